import type { ParseKeys } from 'i18next'
import { i18nFor, type NAMESPACES } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'

type TextKey = ParseKeys<typeof NAMESPACES>

const kept = new Map<Language, ReturnType<typeof readTexts>>()

/** The texts of pages of content. They never change while the server runs, so each is looked up once. */
export function contentTexts(language: Language): ReturnType<typeof readTexts> {
  const texts = kept.get(language) ?? readTexts(language)
  kept.set(language, texts)
  return texts
}

/**
 * Looks up texts whose keys the compiler does not know: which pages there are is data. One that must be there and is not
 * stops with its key, as everywhere.
 */
function readTexts(language: Language) {
  const i18n = i18nFor(language)
  const isText = (key: string): key is TextKey => i18n.exists(key)
  const found = new Map<string, string | null>()

  function textAt(key: string): string | null {
    const before = found.get(key)
    if (before !== undefined) return before
    const text = isText(key) ? i18n.t(key) : null
    found.set(key, text)
    return text
  }
  function textOf(key: string): string {
    const text = textAt(key)
    if (text === null) throw new Error(`No text for ${key} in ${language}`)
    return text
  }
  /** The texts of a list, from `keyOf(0)` to the last; none where there is no list. */
  function textsOf(keyOf: (item: number) => string): string[] {
    const texts: string[] = []
    for (let text = textAt(keyOf(0)); text !== null; text = textAt(keyOf(texts.length))) texts.push(text)
    return texts
  }
  return { textOf, textsOf }
}
