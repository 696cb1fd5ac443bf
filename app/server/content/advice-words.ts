import type { Language } from '#app/i18n/languages.ts'
import { contentTexts } from './content-texts.ts'

/** What a page of advice says, part by part. */
export type AdviceWords = {
  title: string
  /** One sentence, also in the list. */
  summary: string
  /** `steps` are done in their order. */
  sections: { title: string; text: string[]; steps: string[]; points: string[] }[]
}

/** Puts a page of advice into words. */
export function adviceWords(id: string, language: Language): AdviceWords {
  const { textsOf } = contentTexts(language)
  return {
    ...adviceTitle(id, language),
    sections: textsOf((part) => `advice:page.${id}.sections.${part}.title`).map((title, part) => ({
      title,
      text: textsOf((item) => `advice:page.${id}.sections.${part}.text.${item}`),
      steps: textsOf((item) => `advice:page.${id}.sections.${part}.steps.${item}`),
      points: textsOf((item) => `advice:page.${id}.sections.${part}.points.${item}`),
    })),
  }
}

/** The words of a page of advice in a list. */
export function adviceTitle(id: string, language: Language): Pick<AdviceWords, 'title' | 'summary'> {
  const { textOf } = contentTexts(language)
  return { title: textOf(`advice:page.${id}.title`), summary: textOf(`advice:page.${id}.summary`) }
}
