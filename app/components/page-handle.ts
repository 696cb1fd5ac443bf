import type { ParseKeys } from 'i18next'
import type { NAMESPACES, Translate } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'

export type TextKey = ParseKeys<typeof NAMESPACES>

/** What a route tells the shell about its page. */
export type PageHandle = {
  /** The page's part of the title; a function when it depends on what was loaded. */
  title: TextKey | ((t: Translate, data: unknown) => string)
  service?: TextKey
  /** Where the page stands in a journey. */
  step?: { step: number; of: number }
  /** Names of enhancement modules that the page may load. */
  enhancements?: readonly string[]
  /** True for pages that hydrate (staff); citizen pages have no script. */
  scripts?: boolean
}

/** "Feil: Hvem skal ha pass? – steg 1 av 6 – Pass og ID-kort – Første kontakt". */
export function pageTitle(
  handle: PageHandle | undefined,
  data: unknown,
  { t, formFailed }: { t: Translate; language: Language; formFailed: boolean },
): string {
  const own = typeof handle?.title === 'function' ? handle.title(t, data) : handle?.title && t(handle.title)
  const parts = [
    own,
    handle?.step && t('common:title.step', handle.step),
    handle?.service && t(handle.service),
    t('common:portalName'),
  ]
  const title = parts.filter(Boolean).join(' – ')
  return formFailed ? `${t('common:title.error')} ${title}` : title
}
