import type { Reader } from '#db/engine.ts'
import { countersOf } from '#db/queries/counters.ts'
import { orderSetBy } from '#db/queries/queue-settings.ts'
import { openTickets } from '#db/queries/tickets.ts'
import type { QueueState } from '#app/domain/queue/decision.ts'
import { queueRulesOn, type OrderRules, type QueueRules } from '#app/domain/queue/queue-rules.ts'
import type { Counter } from '#app/domain/queue/ticket.ts'
import { joined, type Interval } from '#app/domain/time/interval.ts'
import { tickAt } from '#app/domain/time/tick.ts'
import { keptForDay } from './kept-for-day.ts'
import { queueKnowledge, withOutlook } from './queue-outlook.server.ts'
import { nowSeconds, todayOf, type Portal } from './portal.server.ts'

const rulesForAll = keptForDay(({ catalogue, clock }: Pick<Portal, 'catalogue' | 'clock'>, _key) =>
  queueRulesOn(catalogue.rules, todayOf(clock)),
)

/** The rules of the queue today, with what an office has set for itself in front. */
export function queueRules(
  portal: Pick<Portal, 'catalogue' | 'clock'>,
  own: Partial<OrderRules> = {},
): QueueRules {
  const rules = rulesForAll(portal, '')
  return { ...rules, order: { ...rules.order, ...own } }
}

/** The queue of an office as it is now, to look at: with what is known of the hours to come. */
export async function queueState(reader: Reader, portal: Portal, officeId: string): Promise<QueueState> {
  const knowledge = await queueKnowledge(portal, officeId)
  return withOutlook(await queueToChange(reader, portal, officeId), knowledge)
}

/** The queue of an office as it is now, read inside a write: what the write is to decide on. */
export async function queueToChange(reader: Reader, portal: Portal, officeId: string): Promise<QueueState> {
  const { tables } = portal.engine
  const day = todayOf(portal.clock).toString()
  const own = await orderSetBy(reader, tables, officeId)
  return {
    now: nowSeconds(portal.clock),
    tickets: await openTickets(reader, tables, { officeId, day }),
    counters: await allCounters(reader, portal, officeId),
    rules: queueRules(portal, own),
  }
}

/** Every counter of an office, by number; those that nobody has opened are closed. */
async function allCounters(
  reader: Reader,
  { engine, catalogue }: Portal,
  officeId: string,
): Promise<Counter[]> {
  const known = new Map(
    (await countersOf(reader, engine.tables, officeId)).map((counter) => [counter.id, counter]),
  )
  return catalogue
    .resourcesOf(officeId)
    .map(({ id, number }) => ({ ...(known.get(id) ?? closedCounter(id, officeId)), number }))
    .sort((a, b) => a.number - b.number)
}

function closedCounter(id: number, officeId: string): Omit<Counter, 'number'> {
  return { ...{ id, officeId, status: 'closed', services: [], staffId: null }, since: 0, callsForHelp: false }
}

/** When an office receives people on a day: whenever one of its counters is open. Ticks, in their order. */
export function queueHours(
  { catalogue }: Pick<Portal, 'catalogue'>,
  officeId: string,
  day: Temporal.PlainDate,
): Interval[] {
  return joined(catalogue.resourcesOf(officeId).flatMap((resource) => catalogue.openOn(resource, day)))
}

/**
 * Whether an office takes people into its queue now, and until when or from when (ticks; null when not any more today).
 * `again`: its hours after a break.
 */
export function queueOpening(
  portal: Pick<Portal, 'catalogue' | 'clock'>,
  officeId: string,
): { isOpen: true; closes: number; again: Interval | null } | { isOpen: false; opens: number | null } {
  const now = tickAt(portal.clock.now())
  const hours = queueHours(portal, officeId, todayOf(portal.clock))
  const open = hours.find(({ start, end }) => start <= now && now < end)
  if (open) {
    const again = hours.find(({ start }) => start > open.end) ?? null
    return { isOpen: true, closes: open.end, again }
  }
  return { isOpen: false, opens: hours.find(({ start }) => start > now)?.start ?? null }
}
