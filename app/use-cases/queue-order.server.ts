import { queueDaysBetween } from '#db/queries/queue-days.ts'
import { queueEventsOf } from '#db/queries/queue-events.ts'
import { insertQueueSetting, orderSettingsOf, type OrderSetting } from '#db/queries/queue-settings.ts'
import { ticketsOfDay } from '#db/queries/tickets.ts'
import { compareOrders, type OrderComparison } from '#app/domain/queue/days/compare-orders.ts'
import { recordedDay } from '#app/domain/queue/days/recorded-day.ts'
import { change } from '#app/domain/queue/decision.ts'
import { isWithin } from '#app/domain/identity/permission.ts'
import type { OrderRules } from '#app/domain/queue/queue-rules.ts'
import { OSLO } from '#app/domain/time/tick.ts'
import { appendAudit } from './append-audit.server.ts'
import { changeQueue } from './change-queue.server.ts'
import { rolesOf, type Acting } from './office-day.server.ts'
import { queueRules } from './queue-state.server.ts'
import { todayOf, type Portal } from './portal.server.ts'

/** So many recorded days are offered, the newest first. */
const MOST_DAYS = 10

/** How an office's order is set: what holds now, what held before the last change, and the days to try another on. */
export type QueueOrder = {
  now: OrderRules
  /** Null when it was never changed. */
  before: OrderRules | null
  changedAt: number | null
  days: string[]
}

export async function queueOrder(portal: Portal, officeId: string): Promise<QueueOrder> {
  const { read, tables } = portal.engine
  const today = todayOf(portal.clock)
  const [newest, second] = await orderSettingsOf(read, tables, officeId)
  const from = today.subtract({ days: 60 }).toString()
  const days = await queueDaysBetween(read, tables, { officeId, from, to: today.toString() })
  return {
    now: orderOf(portal, newest),
    before: newest ? orderOf(portal, second) : null,
    changedAt: newest?.at ?? null,
    days: days
      .map(({ day }) => day)
      .reverse()
      .slice(0, MOST_DAYS),
  }
}

/** What another order would have done on a recorded day of an office. Nothing is changed by trying. */
export async function tryOrder(
  portal: Portal,
  { officeId, day, order }: { officeId: string; day: string; order: OrderRules },
): Promise<OrderComparison> {
  const { read, tables } = portal.engine
  const date = Temporal.PlainDate.from(day)
  const midnight = date.toZonedDateTime(OSLO).epochMilliseconds / 1000
  const to = date.add({ days: 1 }).toString()
  const plan = recordedDay(
    { officeId, day, midnight },
    {
      tickets: await ticketsOfDay(read, tables, { officeId, day }),
      events: await queueEventsOf(read, tables, { officeId, from: day, to }),
    },
  )
  const { now } = await queueOrder(portal, officeId)
  return compareOrders(plan, queueRules(portal), { before: now, after: order })
}

/** Sets the order of an office's queue from now on; it is written down who did. False outside of the scope. */
export async function changeOrder(
  portal: Portal,
  { member, scope }: Acting,
  { officeId, order }: { officeId: string; order: OrderRules },
): Promise<boolean> {
  const office = portal.catalogue.offices.get(officeId)
  if (!office || !isWithin(scope, office)) return false
  await changeQueue(portal, officeId, async (queue) => {
    await insertQueueSetting(queue.tx, portal.engine.tables, { officeId, order, at: queue.now })
    await appendAudit(queue.tx, portal, {
      ...{ actor: { kind: 'staff', id: member.id }, actorRole: rolesOf(member), action: 'rule-changed' },
      ...{ object: { kind: 'rule', id: `queue order ${officeId}` }, scope: officeId },
    })
    // Nobody has moved, but everybody's place is to be read anew.
    const nothing = change({})
    if (nothing.ok) await queue.save(nothing)
  })
  return true
}

/** Takes the last change of an office's order back; what was before holds again. False when there is none to take back. */
export async function takeBackOrder(portal: Portal, acting: Acting, officeId: string): Promise<boolean> {
  const { before } = await queueOrder(portal, officeId)
  return before !== null && changeOrder(portal, acting, { officeId, order: before })
}

function orderOf(portal: Portal, setting: OrderSetting | undefined): OrderRules {
  return queueRules(portal, setting?.order ?? {}).order
}
