import type { Language } from '#app/i18n/languages.ts'

/** The address of the page of a municipality; of none, where one finds it. */
export function contactPath(language: Language, number: string | null = null): string {
  return `/${language}/contact${number === null ? '' : `/${number}`}`
}
