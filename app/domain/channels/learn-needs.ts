import type { Feature } from './sentence-features.ts'

/** A sentence that is known to be about something. */
export type Lesson<Label> = { label: Label; features: readonly Feature[] }

/**
 * What was learnt of sentences: for each feature how rare it is, and how much it speaks for each label. It is a linear
 * model (multinomial logistic regression), so that what it says can be taken apart again, feature by feature.
 */
export type Learnt<Label> = {
  labels: readonly Label[]
  /** Feature → its row. */
  rows: ReadonlyMap<string, number>
  rarity: readonly number[]
  /** The rarity of a word that stands once. */
  rarest: number
  /** Row by row, one weight for each label. */
  weights: Float32Array
}

/** Rows of features and how much each counts, of which the first `length` are meant. */
type Sentence = { rows: Int32Array; values: Float32Array; length: number }

/** Chosen by cross-validation; more rounds change nothing. */
const ROUNDS = 4
const FIRST_STEP = 4
const STEP_DECAY = 0.3
/** What a round leaves out of each sentence, so that no single word is relied on. */
const LEFT_OUT = 0.5
/** Smaller corrections are not worth their time. */
const LEAST_CORRECTION = 0.02

/** Learns from lessons, always the same from the same. */
export function learn<Label>(lessons: readonly Lesson<Label>[], labels: readonly Label[]): Learnt<Label> {
  const learnt = withoutWeights(lessons, labels)
  const sentences = lessons.map(({ features }) => sentenceOf(learnt, features))
  const answers = lessons.map(({ label }) => labels.indexOf(label))
  const random = randomFrom(1)
  const order = [...sentences.keys()]
  const part = emptySentence(Math.max(0, ...sentences.map(({ length }) => length)))
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(order, random)
    const step = FIRST_STEP / (1 + round * STEP_DECAY)
    for (const index of order) {
      takeSome(sentences[index] ?? part, part, random)
      correct(learnt, { sentence: part, answer: answers[index] ?? 0, step })
    }
  }
  return learnt
}

/** How likely each label is, in the order of the labels. */
export function likelihoods<Label>(learnt: Learnt<Label>, features: readonly Feature[]): Float32Array {
  return judge(learnt, sentenceOf(learnt, features))
}

/** What speaks for a label: words or concepts with how much, the strongest first. */
export function reasonsFor<Label>(
  learnt: Learnt<Label>,
  features: readonly Feature[],
  label: Label,
): { by: string; weight: number }[] {
  const column = learnt.labels.indexOf(label)
  const sums = new Map<string, number>()
  for (const feature of features) {
    const row = learnt.rows.get(feature.name)
    if (row === undefined) continue
    const speaks = learnt.weights[row * learnt.labels.length + column] ?? 0
    const strength = speaks * feature.weight * (learnt.rarity[row] ?? 0)
    sums.set(feature.by, (sums.get(feature.by) ?? 0) + strength)
  }
  return [...sums]
    .map(([by, weight]) => ({ by, weight }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
}

function withoutWeights<Label>(lessons: readonly Lesson<Label>[], labels: readonly Label[]): Learnt<Label> {
  const rows = new Map<string, number>()
  const counts: number[] = []
  for (const { features } of lessons)
    for (const { name } of features) {
      const row = rows.get(name)
      if (row === undefined) rows.set(name, counts.push(1) - 1)
      else counts[row] = (counts[row] ?? 0) + 1
    }
  const rarityOf = (count: number) => Math.log(1 + lessons.length / count)
  return {
    ...{ labels, rows, rarity: counts.map(rarityOf), rarest: rarityOf(1) },
    weights: new Float32Array(counts.length * labels.length),
  }
}

function emptySentence(length: number): Sentence {
  return { rows: new Int32Array(length), values: new Float32Array(length), length: 0 }
}

/** The known features; a sentence of many unknown words says less, whatever the others are. */
function sentenceOf<Label>({ rows, rarity, rarest }: Learnt<Label>, features: readonly Feature[]): Sentence {
  const sentence = emptySentence(features.length)
  let unknown = 0
  for (const { name, kind, weight } of features) {
    const row = rows.get(name)
    if (row !== undefined) put(sentence, row, weight * (rarity[row] ?? 0))
    else if (kind === 'word') unknown += (weight * rarest) ** 2
  }
  return toLengthOne(sentence, unknown)
}

function put(sentence: Sentence, row: number, value: number): void {
  sentence.rows[sentence.length] = row
  sentence.values[sentence.length] = value
  sentence.length += 1
}

/** So that long sentences do not count more than short ones; `others` is the square of what is not in it. */
function toLengthOne(sentence: Sentence, others = 0): Sentence {
  const { values, length } = sentence
  let sum = others
  for (let at = 0; at < length; at += 1) sum += (values[at] ?? 0) ** 2
  const factor = sum > 0 ? 1 / Math.sqrt(sum) : 0
  for (let at = 0; at < length; at += 1) values[at] = (values[at] ?? 0) * factor
  return sentence
}

function takeSome(from: Sentence, to: Sentence, random: () => number): void {
  to.length = 0
  for (let at = 0; at < from.length; at += 1)
    if (random() >= LEFT_OUT) put(to, from.rows[at] ?? 0, from.values[at] ?? 0)
  toLengthOne(to)
}

function judge<Label>({ labels, weights }: Learnt<Label>, sentence: Sentence): Float32Array {
  const many = labels.length
  const scores = new Float32Array(many)
  for (let at = 0; at < sentence.length; at += 1) {
    const start = (sentence.rows[at] ?? 0) * many
    const value = sentence.values[at] ?? 0
    for (let label = 0; label < many; label += 1)
      scores[label] = (scores[label] ?? 0) + value * (weights[start + label] ?? 0)
  }
  let sum = 0
  for (let label = 0; label < many; label += 1) {
    const raised = Math.exp(scores[label] ?? 0)
    scores[label] = raised
    sum += raised
  }
  for (let label = 0; label < many; label += 1) scores[label] = (scores[label] ?? 0) / sum
  return scores
}

/** Moves the weights so that the sentence is judged a little better. */
function correct<Label>(
  learnt: Learnt<Label>,
  { sentence, answer, step }: { sentence: Sentence; answer: number; step: number },
): void {
  const { labels, weights } = learnt
  const errors = judge(learnt, sentence)
  errors[answer] = (errors[answer] ?? 0) - 1
  for (let label = 0; label < labels.length; label += 1) {
    const error = errors[label] ?? 0
    if (Math.abs(error) < LEAST_CORRECTION) continue
    for (let at = 0; at < sentence.length; at += 1) {
      const weight = (sentence.rows[at] ?? 0) * labels.length + label
      weights[weight] = (weights[weight] ?? 0) - step * error * (sentence.values[at] ?? 0)
    }
  }
}

/** A fixed sequence (linear congruential, Numerical Recipes): learning must not depend on the day. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    const kept = order[last] ?? 0
    order[last] = order[other] ?? 0
    order[other] = kept
  }
}
