import { TICK_SECONDS } from '../../time/tick.ts'
import type { OrderRules, QueueRules } from '../queue-rules.ts'
import { waitMinutes } from '../wait-range.ts'
import { runDay, type DayPlan, type RunVisit } from './run-day.ts'

/** Whose waits are compared: an order that helps some makes others wait. */
export const VISIT_KINDS = ['appointment', 'walk-in', 'needs-help'] as const
export type VisitKind = (typeof VISIT_KINDS)[number]

/** The waits of some under an order, in whole minutes; null when there was nobody. `gaveUp`: who left before the call. */
export type OrderResult = { median: number | null; longest: number | null; gaveUp: number }

export type OrderComparison = { kind: VisitKind; people: number; before: OrderResult; after: OrderResult }[]

/** What another order would have done on a day: the same people and cases, called by the one and by the other. */
export function compareOrders(
  plan: DayPlan,
  rules: QueueRules,
  { before, after }: { before: OrderRules; after: OrderRules },
): OrderComparison {
  const visitsBy = (order: OrderRules) => runDay(plan, { ...rules, order }).visits
  const [old, anew] = [visitsBy(before), visitsBy(after)]
  return VISIT_KINDS.map((kind) => {
    const of = (visits: RunVisit[]) => visits.filter((visit) => kindOf(visit) === kind)
    return { kind, people: of(old).length, before: resultOf(of(old)), after: resultOf(of(anew)) }
  })
}

function kindOf({ planned }: RunVisit): VisitKind {
  if (planned.appointment) return 'appointment'
  return planned.needs.length > 0 ? 'needs-help' : 'walk-in'
}

function resultOf(visits: readonly RunVisit[]): OrderResult {
  const waits = visits
    .flatMap(({ planned: { arrivesAt, appointment }, ticket: { calledAt } }) => {
      // Nobody waits before their own time.
      const from = Math.max(arrivesAt, (appointment?.startTick ?? 0) * TICK_SECONDS)
      return calledAt === null ? [] : [Math.max(0, calledAt - from)]
    })
    .sort((a, b) => a - b)
  const minutes = (wait: number | undefined) => (wait === undefined ? null : waitMinutes(wait))
  return {
    median: minutes(waits[Math.floor(waits.length / 2)]),
    longest: minutes(waits.at(-1)),
    gaveUp: visits.length - waits.length,
  }
}
