import type { NeedId } from './need.ts'
import { EMERGENCIES, OUTCOMES, type OutcomeId } from './outcome.ts'
import type { QuestionId } from './question.ts'

/** What is counted of the use of the guide. */
export const GUIDE_EVENTS = [
  'searched',
  'begun',
  'asked',
  'answered',
  'ended',
  'chosen',
  'got-there',
] as const
export type GuideEvent = (typeof GUIDE_EVENTS)[number]

/** What people answer to "Did you get there?". */
export const GOT_THERE = ['easily', 'with-trouble', 'no'] as const
export type GotThere = (typeof GOT_THERE)[number]

/** Every sensitive need is counted as this one. */
export const SENSITIVE = 'sensitive'

/** One number. `day`: YYYY-MM-DD; `detail`: the question, the outcome, the answer, or what `chosenDetail` makes. */
export type GuideCount = {
  day: string
  need: NeedId | typeof SENSITIVE | ''
  event: GuideEvent
  detail: string
  count: number
}

/** Fewer than this are not shown of a sensitive need: in a small place somebody might know who it was. */
const LEAST_SHOWN = 5

/**
 * Under what something is counted. Sensitive needs are one, by the month and without what was asked or answered: no row
 * says that somebody was afraid of somebody at home, or what for.
 */
export function countedUnder(
  need: NeedId | null,
  { isSensitive, day, detail }: { isSensitive: boolean; day: Temporal.PlainDate; detail: string },
): Pick<GuideCount, 'day' | 'need' | 'detail'> {
  if (isSensitive) return { day: day.with({ day: 1 }).toString(), need: SENSITIVE, detail: '' }
  return { day: day.toString(), need: need ?? '', detail }
}

/** Nothing at all is counted of who must call 112 (domain.md §3: nothing is stored). */
export function isCounted(outcome: OutcomeId | null): boolean {
  return outcome === null || !EMERGENCIES.includes(outcome)
}

/** The number as staff may see it; null for one that is too small to be shown. */
export function shownCount({ need, count }: Pick<GuideCount, 'need' | 'count'>): number | null {
  return need === SENSITIVE && count < LEAST_SHOWN ? null : count
}

/** Who answers these may have to call 112, and is not counted from there on: to have left them says nothing. */
const MAY_BE_DANGER: readonly string[] = ['now', 'missing'] satisfies QuestionId[]

/** Where people give up: of each question how often it was asked, and how often nobody answered it. */
export function givenUp(
  counts: readonly GuideCount[],
): { need: string; question: string; asked: number; left: number }[] {
  const sums = new Map<string, { need: string; question: string; asked: number; answered: number }>()
  for (const { need, event, detail, count } of counts) {
    if (event !== 'asked' && event !== 'answered') continue
    if (need === SENSITIVE || MAY_BE_DANGER.includes(detail)) continue
    const key = `${need} ${detail}`
    const sum = sums.get(key) ?? { need, question: detail, asked: 0, answered: 0 }
    sums.set(key, { ...sum, [event]: sum[event] + count })
  }
  return [...sums.values()]
    .map(({ need, question, asked, answered }) => ({
      need,
      question,
      asked,
      left: Math.max(0, asked - answered),
    }))
    .filter(({ asked }) => asked > 0)
    .sort((a, b) => b.left - a.left)
}

/** What is counted of a way that was chosen: of which outcome, and whether it was the one that came first there. */
export function chosenDetail(outcome: OutcomeId, isFirst: boolean): string {
  return `${outcome} ${isFirst ? 'first' : 'other'}`
}

/** Of each outcome how often people came there, and how many of those who went on took the way that came first. */
export function tookFirst(
  counts: readonly GuideCount[],
): { outcome: OutcomeId; ended: number; wentOn: number; first: number }[] {
  const sum = (event: GuideEvent, detail: string) =>
    counts
      .filter((row) => row.need !== SENSITIVE && row.event === event && row.detail === detail)
      .reduce((total, { count }) => total + count, 0)
  return OUTCOMES.map((outcome) => {
    const first = sum('chosen', chosenDetail(outcome, true))
    const wentOn = first + sum('chosen', chosenDetail(outcome, false))
    return { outcome, ended: sum('ended', outcome), wentOn, first }
  })
    .filter(({ ended }) => ended > 0)
    .sort((a, b) => b.ended - a.ended)
}
