import { waysThrough } from '#app/domain/channels/check-tables.ts'
import {
  evaluate,
  type Answers,
  type DecisionTable,
  type Verdict,
} from '#app/domain/channels/decision-table.ts'
import {
  givenUp,
  SENSITIVE,
  shownCount,
  tookFirst,
  type GuideEvent,
} from '#app/domain/channels/guide-count.ts'
import type { OutcomeId } from '#app/domain/channels/outcome.ts'
import type { AnswerId, QuestionId } from '#app/domain/channels/question.ts'
import { firstWay } from './guide-choice.server.ts'
import { recentGuideCounts } from './guide-counter.server.ts'
import { guideToday } from './guide.server.ts'
import type { Portal } from './portal.server.ts'

/** So many questions are listed. */
const MOST_GIVEN_UP = 12

/** A question with what each answer leads to, or an end. Answers that lead to the same are one branch. */
export type TreeNode =
  | { kind: 'end'; verdict: Extract<Verdict, { kind: 'outcome' }> }
  | { kind: 'ask'; question: QuestionId; branches: { answers: AnswerId[]; then: TreeNode }[] }

/** A table as it holds today, of a need or a part that several lead on to; null for what is none. */
export function tableOf(portal: Portal, id: string | null): DecisionTable | null {
  return guideToday(portal).tables.get(id ?? '') ?? null
}

/**
 * The table as a tree. Of a question with boxes to tick each box is a branch by itself and "none" another: the first row
 * that matches decides, so what else is ticked leads to one of these.
 */
export function treeOf(portal: Portal, table: string, answers: Answers = {}): TreeNode {
  const verdict = evaluate(guideToday(portal).tables, table, answers)
  // The check at the start has tried every way.
  if (verdict.kind === 'none') throw new Error(`The guide leads nowhere from ${table}`)
  if (verdict.kind === 'outcome') return { kind: 'end', verdict }
  const { id, kind, answers: all } = verdict.question
  const ways: AnswerId[][] = kind === 'one' ? all.map((one) => [one]) : [...all.map((one) => [one]), []]
  const branches: { answers: AnswerId[]; then: TreeNode }[] = ways.map((given) => ({
    answers: given,
    then: treeOf(portal, table, { ...answers, [id]: given }),
  }))
  return { kind: 'ask', question: id, branches }
}

/** How many ways there are through a table, and how many questions the longest asks. */
export function sizeOf(portal: Portal, table: string): { ways: number; mostQuestions: number } {
  const ways = waysThrough(guideToday(portal).tables, table)
  return { ways: ways.length, mostQuestions: Math.max(...ways.map((way) => Object.keys(way.answers).length)) }
}

/** How the guide was used in the last weeks. Numbers of sensitive needs that are too small to show are null. */
export async function guideUse(portal: Portal) {
  const all = await recentGuideCounts(portal)
  // Not even in a total: what is known of the parts would tell how many of it were sensitive.
  const counts = all.filter(({ need }) => need !== SENSITIVE)
  const sum = (event: GuideEvent, detail?: string) =>
    counts
      .filter((row) => row.event === event && (detail === undefined || row.detail === detail))
      .reduce((total, { count }) => total + count, 0)
  const sensitive = all
    .filter(({ need, event }) => need === SENSITIVE && event === 'ended')
    .reduce((total, { count }) => total + count, 0)
  return {
    begun: sum('begun'),
    ended: sum('ended'),
    chosen: sum('chosen'),
    sensitive: shownCount({ need: SENSITIVE, count: sensitive }),
    searchedInVain: { of: sum('searched'), nothing: sum('searched', 'nothing') },
    gotThere: {
      easily: sum('got-there', 'easily'),
      withTrouble: sum('got-there', 'with-trouble'),
      no: sum('got-there', 'no'),
    },
    tookFirst: tookFirst(counts).map((row) => ({
      ...row,
      isFirstCounted: isFirstCounted(portal, row.outcome),
    })),
    givenUp: givenUp(counts).slice(0, MOST_GIVEN_UP),
  }
}

/** Without script only a way that the portal opens itself can be counted: no call, and nothing that is done elsewhere. */
function isFirstCounted(portal: Portal, id: OutcomeId): boolean {
  const { outcomes, channels } = guideToday(portal)
  const outcome = outcomes.get(id)
  return outcome !== undefined && firstWay(channels, outcome).address?.startsWith('/') === true
}
