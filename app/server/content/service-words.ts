import type { Service } from '#app/domain/content/content.ts'
import { translator } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'
import { contentTexts } from './content-texts.ts'

/** What the page of a service says, part by part. */
export type ServiceWords = {
  title: string
  /** One sentence, also in the list. */
  summary: string
  who: string[]
  /** In the order in which it is done. */
  how: string[]
  /** What one needs or brings. */
  need: string[]
  /** What is to be said of the price beside the fees of the rules. */
  price: string[]
  time: string[]
  after: string[]
  languages: string[]
  /** The words of the way to `flow`; null where there is none. */
  begin: string | null
  /** The words of each address in `also`. */
  also: string[]
}

/** Puts a service into words. */
export function serviceWords(service: Service, language: Language): ServiceWords {
  const { id, price, languages, flow, also } = service
  const { textOf, textsOf } = contentTexts(language)
  const t = translator(language)
  return {
    ...serviceTitle(id, language),
    who: textsOf((item) => `services:page.${id}.who.${item}`),
    how: textsOf((item) => `services:page.${id}.how.${item}`),
    need: textsOf((item) => `services:page.${id}.need.${item}`),
    price: [
      ...(price === 'rules' ? [] : [t(`services:price.${price}`)]),
      ...textsOf((item) => `services:page.${id}.price.${item}`),
    ],
    time: textsOf((item) => `services:page.${id}.time.${item}`),
    after: textsOf((item) => `services:page.${id}.after.${item}`),
    languages: languages.map((fact) => t(`services:language.${fact}`)),
    begin: flow === null ? null : textOf(`services:page.${id}.begin`),
    also: also.map((_path, item) => textOf(`services:page.${id}.also.${item}`)),
  }
}

/** The words of a service in a list. */
export function serviceTitle(id: string, language: Language): Pick<ServiceWords, 'title' | 'summary'> {
  const { textOf } = contentTexts(language)
  return { title: textOf(`services:page.${id}.title`), summary: textOf(`services:page.${id}.summary`) }
}
