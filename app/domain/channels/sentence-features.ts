import { withoutNorwegianLetters } from './fold-words.ts'
import type { Found, Hit } from './search-concepts.ts'

/** Something in a sentence that may tell needs apart. `by` is what a person sees of it: the words, or the concepts. */
export type Feature = {
  name: string
  kind: 'word' | 'piece' | 'concept' | 'hit'
  by: string
  weight: number
}

/** Pieces of words say less than words: they are there for endings, dialects and slips. */
const PIECE_WEIGHT = 0.5
/** Letters in a piece. */
const PIECES = [3, 4]
/** Of the needs that the concepts point to, so many count. */
const MOST_HITS = 3
const HIT_WEIGHT = 0.7

/** The features of a sentence. `ofWord` may remember the words it was asked before. */
export function sentenceFeatures(
  { words, found, hits }: { words: readonly string[]; found: Found; hits: readonly Hit[] },
  ofWord: (word: string) => readonly Feature[] = wordFeatures,
): Feature[] {
  const features: Feature[] = []
  for (const word of words) features.push(...ofWord(word))
  for (const by of withPairs([...found.keys()].sort()))
    features.push({ name: `concept ${by}`, kind: 'concept', by, weight: 1 })
  for (const [index, { need }] of hits.slice(0, MOST_HITS).entries())
    features.push({ name: `hit ${Math.min(index, 1)} ${need}`, kind: 'hit', by: need, weight: HIT_WEIGHT })
  return features
}

/** The word, and its pieces: "sykkelen" and "syklen" share some. */
export function wordFeatures(word: string): Feature[] {
  const plain = withoutNorwegianLetters(word)
  const framed = `^${plain}$`
  const pieces = PIECES.flatMap((length) =>
    Array.from({ length: Math.max(0, framed.length - length + 1) }, (_, from) =>
      framed.slice(from, from + length),
    ),
  )
  return [
    { name: `word ${plain}`, kind: 'word', by: word, weight: 1 },
    ...pieces.map((piece) => ({
      ...{ name: `piece ${piece}`, kind: 'piece' as const },
      ...{ by: word, weight: PIECE_WEIGHT },
    })),
  ]
}

function withPairs(concepts: readonly string[]): string[] {
  return concepts.flatMap((one, index) => [
    one,
    ...concepts.slice(index + 1).map((other) => `${one} ${other}`),
  ])
}
