import { foldWords, withoutNorwegianLetters } from './fold-words.ts'
import type { NeedId } from './need.ts'
import { isOneSlip } from './one-slip.ts'

/**
 * What the search goes by. `concepts`: the words for one thing, in all languages and dialects; a star stands for any
 * ending, and several words are looked for together. `signals`: what a need looks like – concepts that must all be there,
 * one behind `!` must not –, and how much that says.
 */
export type SearchWords = {
  concepts: Readonly<Record<string, readonly string[]>>
  /** Common words that say nothing here, and must not be taken for a slip of one that does. */
  common: readonly string[]
  signals: Partial<Readonly<Record<NeedId, Readonly<Record<string, number>>>>>
}

/** Concepts, each with how sure they are. */
export type Found = ReadonlyMap<string, number>

export type Hit = { need: NeedId; score: number }

/** The words after the first, of which the last may go on in any way when `isOpen`. */
type Together = { words: readonly string[]; isOpen: boolean; concept: string }

type Signal = { need: NeedId; all: readonly string[]; none: readonly string[]; weight: number }

export type ConceptSearch = {
  /** A word, or its beginning where any ending may follow → its concepts. */
  words: ReadonlyMap<string, readonly string[]>
  beginnings: ReadonlyMap<string, readonly string[]>
  /** What is left of a word when one letter is left out → the words: so a slip is found without trying all. */
  slips: ReadonlyMap<string, readonly string[]>
  /** Several words together, by their first. */
  together: ReadonlyMap<string, readonly Together[]>
  common: ReadonlySet<string>
  /** By the first concept that must be there. */
  signals: ReadonlyMap<string, readonly Signal[]>
}

const LONGEST_WORD = 40

/** How much a word counts that was found as part of a longer one, or with a slip. */
const AS_PART = 0.9
const WITH_SLIP = 0.75

/** Shorter words are too alike for slips, and shorter ones too common to be parts. */
const SLIPS_FROM = 5
const PARTS_FROM = 4
const ALONE_FROM = 5

/** No beginning that stands in the data is shorter. */
const SHORTEST_BEGINNING = 3

/** Weaker hits than this say nothing. */
const LEAST_SCORE = 2
/** Other signs of the same need add a little to the strongest. */
const OTHER_SIGNS = 0.15

/** Builds the index; made once. */
export function buildConceptSearch(
  { concepts, common, signals }: SearchWords,
  needs: readonly NeedId[],
): ConceptSearch {
  const words = new Map<string, string[]>()
  const beginnings = new Map<string, string[]>()
  const slips = new Map<string, string[]>()
  const together = new Map<string, Together[]>()
  for (const [concept, terms] of Object.entries(concepts)) {
    for (const term of terms) {
      const [first, ...others] = foldWords(term)
      if (first === undefined) continue
      const isOpen = term.endsWith('*')
      if (others.length > 0) add(together, first, { words: others, isOpen, concept })
      else
        for (const word of new Set([first, withoutNorwegianLetters(first)]))
          add(isOpen ? beginnings : words, word, concept)
    }
  }
  for (const word of new Set([...words.keys(), ...beginnings.keys()])) {
    if (word.length >= SLIPS_FROM) for (const rest of withoutOne(word)) add(slips, rest, word)
  }
  return {
    ...{ words, beginnings, slips, together, common: new Set(common.flatMap(foldWords)) },
    signals: signalsByConcept(signals, needs),
  }
}

function signalsByConcept(signals: SearchWords['signals'], needs: readonly NeedId[]): Map<string, Signal[]> {
  const byConcept = new Map<string, Signal[]>()
  for (const need of needs) {
    for (const [sign, weight] of Object.entries(signals[need] ?? {})) {
      const parts = sign.split(' ')
      const all = parts.filter((part) => !part.startsWith('!'))
      const none = parts.filter((part) => part.startsWith('!')).map((part) => part.slice(1))
      if (all[0] !== undefined) add(byConcept, all[0], { need, weight, all, none })
    }
  }
  return byConcept
}

/** The needs whose signals are all there, the strongest first. */
export function hitsOf(search: ConceptSearch, found: Found): Hit[] {
  const scores = new Map<NeedId, { best: number; sum: number }>()
  const signals = [...found.keys()].flatMap((concept) => search.signals.get(concept) ?? [])
  for (const { need, all, none, weight } of signals) {
    if (none.some((concept) => found.has(concept))) continue
    const certainty = Math.min(...all.map((concept) => found.get(concept) ?? 0))
    if (certainty === 0) continue
    const score = weight * certainty
    const { best, sum } = scores.get(need) ?? { best: 0, sum: 0 }
    scores.set(need, { best: Math.max(best, score), sum: sum + score })
  }
  return [...scores]
    .map(([need, { best, sum }]) => ({ need, score: best + OTHER_SIGNS * (sum - best) }))
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score)
}

/** The concepts that words stand for; `ofWord` may remember the words it was asked before. */
export function conceptsIn(
  search: ConceptSearch,
  words: readonly string[],
  ofWord = (word: string): Found => conceptsOfWord(search, word),
): Map<string, number> {
  const found = new Map<string, number>()
  for (const [index, word] of words.entries()) {
    for (const one of search.together.get(word) ?? [])
      if (follow(words, index, one)) found.set(one.concept, 1)
    for (const [concept, certainty] of ofWord(word))
      found.set(concept, Math.max(found.get(concept) ?? 0, certainty))
  }
  return found
}

/** What one word stands for by itself. */
export function conceptsOfWord(search: ConceptSearch, word: string): Map<string, number> {
  const found = new Map<string, number>()
  if (word.length > LONGEST_WORD || search.common.has(word)) return found
  for (const concept of partsOf(search, word)) found.set(concept, AS_PART)
  for (const concept of wholeWord(search, word)) found.set(concept, 1)
  if (found.size === 0) for (const concept of withSlip(search, word)) found.set(concept, WITH_SLIP)
  return found
}

/** The others come after the first, with at most one word between. */
function follow(words: readonly string[], index: number, { words: others, isOpen }: Together): boolean {
  let at = index
  return others.every((other, number) => {
    const mayGoOn = isOpen && number === others.length - 1
    const fits = (word: string | undefined) => (mayGoOn ? word?.startsWith(other) : word === other)
    const next = [at + 1, at + 2].find((place) => fits(words[place]))
    at = next ?? at
    return next !== undefined
  })
}

/** A known word, or one that begins like known ones; of short beginnings only the longest says something. */
function wholeWord({ words, beginnings }: ConceptSearch, word: string): string[] {
  const found = [...(words.get(word) ?? [])]
  let isFirst = true
  for (let length = word.length; length >= SHORTEST_BEGINNING; length -= 1) {
    const concepts = beginnings.get(word.slice(0, length))
    if (!concepts || !(isFirst || length >= SLIPS_FROM)) continue
    found.push(...concepts)
    isFirst = false
  }
  return found
}

/**
 * "sykkeltyveri" is about a bicycle and about theft. A short part counts only beside another that is known: "forskudd" has
 * nothing to do with "skudd".
 */
function partsOf(search: ConceptSearch, word: string): string[] {
  const starts: { length: number; concepts: readonly string[] }[] = []
  const ends: typeof starts = []
  for (let length = PARTS_FROM; length <= word.length - 3; length += 1) {
    const concepts = search.words.get(word.slice(0, length))
    if (concepts) starts.push({ length, concepts })
  }
  for (let from = 3; from <= word.length - PARTS_FROM; from += 1) {
    const end = word.slice(from)
    const concepts = search.words.get(end) ?? beginningOf(search, end)
    if (concepts) ends.push({ length: end.length, concepts })
  }
  const isWhole = starts.some((start) => ends.some((end) => start.length + end.length <= word.length))
  return [...starts, ...ends]
    .filter(({ length }) => isWhole || length >= ALONE_FROM)
    .flatMap(({ concepts }) => concepts)
}

function beginningOf({ beginnings }: ConceptSearch, end: string): readonly string[] | undefined {
  for (let length = end.length; length >= PARTS_FROM; length -= 1) {
    const concepts = beginnings.get(end.slice(0, length))
    if (concepts) return concepts
  }
  return undefined
}

/**
 * A letter too many, too few, wrong, or two that changed places – in a word, or in its known beginning. The first letter is
 * seldom wrong, and to trust it keeps many other words apart.
 */
function withSlip(search: ConceptSearch, word: string): readonly string[] {
  for (let length = word.length; length >= SLIPS_FROM; length -= 1) {
    const part = word.slice(0, length)
    const isWhole = length === word.length
    for (const rest of [part, ...withoutOne(part)]) {
      for (const candidate of search.slips.get(rest) ?? []) {
        if (candidate[0] !== part[0] || !isOneSlip(part, candidate)) continue
        const concepts =
          (isWhole ? search.words.get(candidate) : undefined) ?? search.beginnings.get(candidate)
        if (concepts) return concepts
      }
    }
  }
  return []
}

function withoutOne(word: string): string[] {
  return Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1))
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key)
  if (!values) map.set(key, [value])
  else if (!values.includes(value)) values.push(value)
}
