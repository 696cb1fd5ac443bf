/** How heavy a text is to read: LIX (Björnsson 1968) and the length of its sentences. */
export type Reading = { lix: number; wordsPerSentence: number; words: number }

/** Words of more letters than this are long. */
const LONG_FROM = 7

/** Measures running text. Placeholders count as one short word, tags as none. */
export function readingOf(texts: readonly string[]): Reading {
  const sentences = texts.flatMap(sentencesOf)
  const words = sentences.flatMap(wordsOf)
  if (words.length === 0) return { lix: 0, wordsPerSentence: 0, words: 0 }
  const long = words.filter((word) => word.length >= LONG_FROM).length
  const wordsPerSentence = words.length / sentences.length
  return { lix: wordsPerSentence + (100 * long) / words.length, wordsPerSentence, words: words.length }
}

/** Running text is what ends a sentence; labels and headings do not. */
export function isRunningText(text: string): boolean {
  return text.endsWith('.')
}

function sentencesOf(text: string): string[] {
  return text
    .replace(/\{\{.*?\}\}/g, 'ti')
    .replace(/<[^>]*>/g, '')
    .replace(/\bkl\. /g, 'kl ')
    .split(/[.?!:](?=[\s»”]|$)/)
    .filter((sentence) => wordsOf(sentence).length > 0)
}

function wordsOf(sentence: string): string[] {
  return sentence.match(/[\p{L}\p{N}][\p{L}\p{N}.,/@-]*/gu) ?? []
}
