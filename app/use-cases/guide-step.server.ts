import {
  answersOnTheWay,
  evaluate,
  validAnswer,
  type Answers,
  type Question,
  type Verdict,
} from '#app/domain/channels/decision-table.ts'
import type { NeedId } from '#app/domain/channels/need.ts'
import type { AnswerId } from '#app/domain/channels/question.ts'
import { guideToday, type GuidePortal } from './guide.server.ts'

/** Where somebody stands in the guide. */
export type GuideStep = {
  /** What was asked and answered so far; answers to what was not asked are left out. */
  way: readonly [Question, readonly AnswerId[]][]
  answers: Answers
  verdict: Exclude<Verdict, { kind: 'none' }>
  /** Nobody else may see it: what it is about, or one of the answers. */
  isSensitive: boolean
}

/** What comes after these answers. */
export function guideStep(portal: GuidePortal, need: NeedId, given: Answers): GuideStep {
  const { tables, needs } = guideToday(portal)
  const way = answersOnTheWay(tables, need, given)
  const answers = Object.fromEntries(way.map(([{ id }, answer]) => [id, answer]))
  const verdict = evaluate(tables, need, answers)
  // The check at the start has tried every way.
  if (verdict.kind === 'none') throw new Error(`The guide leads nowhere from ${need}`)
  const isSensitive =
    needs.get(need)?.isSensitive === true ||
    way.some(([{ sensitive }, answer]) => answer.some((one) => sensitive.includes(one)))
  return { way, answers, verdict, isSensitive }
}

/** What somebody answers to the question that is open; null when it cannot be answered with that. */
export function answerQuestion(
  portal: GuidePortal,
  need: NeedId,
  before: GuideStep,
  given: readonly string[],
): GuideStep | null {
  if (before.verdict.kind !== 'ask') return before
  const { question } = before.verdict
  const answer = validAnswer(question, given)
  return answer && guideStep(portal, need, { ...before.answers, [question.id]: answer })
}

/** The step before the last answer; null when there was none. */
export function stepBefore(portal: GuidePortal, need: NeedId, { way }: GuideStep): GuideStep | null {
  if (way.length === 0) return null
  return guideStep(portal, need, Object.fromEntries(way.slice(0, -1).map(([{ id }, answer]) => [id, answer])))
}

/** Whether any of these needs is one that nobody else may see. */
export function isAnySensitive(portal: GuidePortal, found: readonly NeedId[]): boolean {
  const { needs } = guideToday(portal)
  return found.some((need) => needs.get(need)?.isSensitive)
}
