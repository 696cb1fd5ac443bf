import { waysThrough } from '#app/domain/channels/check-tables.ts'
import type { Answers, DecisionTable, Verdict } from '#app/domain/channels/decision-table.ts'
import { givenUp, shownCount } from '#app/domain/channels/guide-count.ts'
import { NEEDS, type NeedId } from '#app/domain/channels/need.ts'
import type { AnswerId, QuestionId } from '#app/domain/channels/question.ts'
import { recentGuideCounts } from './guide-counter.server.ts'
import { guideStep } from './guide-step.server.ts'
import { guideToday } from './guide.server.ts'
import type { Portal } from './portal.server.ts'

/** A question with what each answer leads to, or an end. Answers that lead to the same are one branch. */
export type TreeNode =
  | { kind: 'end'; verdict: Extract<Verdict, { kind: 'outcome' }> }
  | { kind: 'ask'; question: QuestionId; branches: { answers: AnswerId[]; then: TreeNode }[] }

/** The table of a need as it holds today; null for what is no need. */
export function tableOf(portal: Portal, need: string | null): { need: NeedId; table: DecisionTable } | null {
  const known = NEEDS.find((one) => one === need)
  const table = known && guideToday(portal).tables.get(known)
  return known && table ? { need: known, table } : null
}

/**
 * The table as a tree. Of a question with boxes to tick each box is a branch by itself and "none" another: the first row
 * that matches decides, so what else is ticked leads to one of these.
 */
export function treeOf(portal: Portal, need: NeedId, answers: Answers = {}): TreeNode {
  const { verdict } = guideStep(portal, need, answers)
  if (verdict.kind === 'outcome') return { kind: 'end', verdict }
  const { id, kind, answers: all } = verdict.question
  const ways: AnswerId[][] = kind === 'one' ? all.map((one) => [one]) : [...all.map((one) => [one]), []]
  const branches: { answers: AnswerId[]; then: TreeNode }[] = ways.map((given) => ({
    answers: given,
    then: treeOf(portal, need, { ...answers, [id]: given }),
  }))
  return { kind: 'ask', question: id, branches }
}

/** How many ways there are through a table, and how many questions the longest asks. */
export function sizeOf(portal: Portal, need: NeedId): { ways: number; mostQuestions: number } {
  const ways = waysThrough(guideToday(portal).tables, need)
  return { ways: ways.length, mostQuestions: Math.max(...ways.map((way) => Object.keys(way.answers).length)) }
}

/** How the guide was used in the last weeks; numbers that are too small to show are null. */
export async function guideUse(portal: Portal) {
  const counts = await recentGuideCounts(portal)
  const sum = (event: string, detail?: string) =>
    counts
      .filter((row) => row.event === event && (detail === undefined || row.detail === detail))
      .reduce((total, { count }) => total + count, 0)
  return {
    begun: sum('begun'),
    ended: sum('ended'),
    chosen: sum('chosen'),
    searchedInVain: { of: sum('searched'), nothing: sum('searched', 'nothing') },
    gotThere: {
      easily: sum('got-there', 'easily'),
      withTrouble: sum('got-there', 'with-trouble'),
      no: sum('got-there', 'no'),
    },
    givenUp: givenUp(counts)
      .slice(0, 12)
      .map(({ need, question, asked, left }) => ({
        ...{ need, question, asked: shown(need, asked), left: shown(need, left) },
      })),
  }
}

function shown(need: string, count: number): number | null {
  return shownCount({ need: need === 'sensitive' ? 'sensitive' : '', count })
}
