import { foldWords } from './fold-words.ts'
import { learn, likelihoods, reasonsFor, type Learnt } from './learn-needs.ts'
import { NEEDS, type NeedId } from './need.ts'
import {
  buildConceptSearch,
  conceptsIn,
  conceptsOfWord,
  hitsOf,
  type ConceptSearch,
  type Found,
  type Hit,
  type SearchWords,
} from './search-concepts.ts'
import { sentenceFeatures, wordFeatures, type Feature } from './sentence-features.ts'

/** What people say about a need; `nothing` for what the police cannot help with. */
export type ExampleSentence = { need: NeedId | 'nothing'; sentence: string }

export type LearntNeeds = Learnt<NeedId | 'nothing'>

export type NeedSearch = { concepts: ConceptSearch; learnt: LearntNeeds }

/** Nobody describes a need in more; the rest is not read, so that the time is bounded. */
const MOST_WORDS = 60

/** When no need is likelier, nothing was understood. */
const LEAST_FIRST = 0.1
/** Less likely needs are not worth showing beside another. */
const LEAST_LIKELY = 0.01
/** From here on it is about nothing that the guide has. */
const SURE_NOTHING = 0.5
/** When the concepts see so strong an emergency, the examples are not asked. */
const SURE_EMERGENCY = 14
/** When they see a weaker one, it comes first unless the examples as good as rule it out. */
const POSSIBLE_EMERGENCY = 0.08
/** What is done to a person is never taken for what is done to a thing, not even when both are said. */
const ABOUT_PERSONS: ReadonlySet<NeedId> = new Set([
  ...(['emergency', 'violence', 'close', 'sexual-offence', 'child'] as const),
  ...(['hate-crime', 'extortion'] as const),
])
const ABOUT_THINGS: ReadonlySet<NeedId> = new Set(['theft', 'vandalism', 'lost-property'])

/** Builds the index and learns from the examples; made once. */
export function buildNeedSearch(searchWords: SearchWords, examples: readonly ExampleSentence[]): NeedSearch {
  const concepts = buildConceptSearch(searchWords, NEEDS)
  return { concepts, learnt: learnNeeds(concepts, examples) }
}

/** The same from what was learnt before from these words and examples. */
export function needSearchFrom(searchWords: SearchWords, learnt: LearntNeeds): NeedSearch {
  return { concepts: buildConceptSearch(searchWords, NEEDS), learnt }
}

function learnNeeds(concepts: ConceptSearch, examples: readonly ExampleSentence[]): LearntNeeds {
  const remembered = {
    concepts: remembering((word) => conceptsOfWord(concepts, word)),
    features: remembering(wordFeatures),
  }
  const lessons = examples.map(({ need, sentence }) => ({
    label: need,
    features: readSentence(concepts, sentence, remembered).features,
  }))
  return learn(lessons, [...NEEDS, 'nothing'])
}

/** The needs that a person may mean, the likeliest first; none when nothing is recognised. */
export function searchNeeds({ concepts, learnt }: NeedSearch, text: string): Hit[] {
  const { found, hits, features } = readSentence(concepts, text)
  if (!knowsAny(learnt, features)) return []
  const likely = likelihoods(learnt, features)
  const needs = NEEDS.map((need, index) => {
    const score = likely[index] ?? 0
    return { need, score: need === 'emergency' ? urgent(score, hits[0]) : score }
  }).sort((a, b) => b.score - a.score)
  const nothing = likely[NEEDS.length] ?? 0
  const first = needs[0]?.score ?? 0
  if (first < LEAST_FIRST || (nothing > first && nothing > SURE_NOTHING)) return []
  const likelyNeeds = needs.filter(({ score }) => score >= LEAST_LIKELY)
  return isDoneToPerson(found) ? personsFirst(likelyNeeds) : likelyNeeds
}

function urgent(score: number, strongest: Hit | undefined): number {
  if (strongest?.need !== 'emergency') return score
  return strongest.score >= SURE_EMERGENCY || score >= POSSIBLE_EMERGENCY ? 1 + score : score
}

/** Slips count for nothing here, and a window that was kicked in is no person. */
function isDoneToPerson(found: Found): boolean {
  if (found.get('threat') === 1 || found.get('rape') === 1) return true
  return found.get('hit') === 1 && !found.has('hit-thing')
}

/** Things go behind the likeliest need that is about persons; the rest stays in its order. */
function personsFirst(hits: readonly Hit[]): Hit[] {
  const person = hits.findIndex(({ need }) => ABOUT_PERSONS.has(need))
  const isThingBefore = ({ need }: Hit, index: number) => index < person && ABOUT_THINGS.has(need)
  const before = hits.filter(isThingBefore)
  const others = hits.filter((hit, index) => !isThingBefore(hit, index))
  const place = others.findIndex(({ need }) => ABOUT_PERSONS.has(need)) + 1
  return [...others.slice(0, place), ...before, ...others.slice(place)]
}

/** Why a need was found: the words and concepts that speak for it, the strongest first. */
export function whyFound(
  { concepts, learnt }: NeedSearch,
  text: string,
  need: NeedId,
): { by: string; weight: number }[] {
  return reasonsFor(learnt, readSentence(concepts, text).features, need)
}

/** Whether it holds a whole word or a concept that was met before: pieces of words alone are no reason. */
function knowsAny({ rows }: NeedSearch['learnt'], features: readonly Feature[]): boolean {
  return features.some(({ name, kind }) => kind !== 'piece' && rows.has(name))
}

type Remembered = { concepts: (word: string) => Found; features: (word: string) => readonly Feature[] }

function readSentence(concepts: ConceptSearch, text: string, remembered?: Remembered) {
  const words = foldWords(text).slice(0, MOST_WORDS)
  const found = conceptsIn(concepts, words, remembered?.concepts)
  const hits = hitsOf(concepts, found)
  return { found, hits, features: sentenceFeatures({ words, found, hits }, remembered?.features) }
}

function remembering<Value>(ask: (word: string) => Value): (word: string) => Value {
  const answers = new Map<string, Value>()
  return (word) => {
    const known = answers.get(word)
    if (known !== undefined) return known
    const answer = ask(word)
    answers.set(word, answer)
    return answer
  }
}
