import { i18nFor, type NAMESPACES } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { ParseKeys } from 'i18next'

type TextKey = ParseKeys<typeof NAMESPACES>

/**
 * Looks up the texts of a page of content. Which pages there are is data, so that their keys are not known to the
 * compiler; a text that must be there and is not stops with its key, as everywhere.
 */
export function contentTexts(language: Language) {
  const i18n = i18nFor(language)
  const isText = (key: string): key is TextKey => i18n.exists(key)
  function textOf(key: string): string {
    if (isText(key)) return i18n.t(key)
    throw new Error(`No text for ${key} in ${language}`)
  }
  /** The texts of a list, from `keyOf(0)` to the last; none where there is no list. */
  function textsOf(keyOf: (item: number) => string): string[] {
    const texts: string[] = []
    for (let item = 0; isText(keyOf(item)); item += 1) texts.push(textOf(keyOf(item)))
    return texts
  }
  return { textOf, textsOf }
}
