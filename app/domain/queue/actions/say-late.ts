import { TICK_SECONDS } from '../../time/tick.ts'
import { change, refuse, type Decision, type QueueState } from '../decision.ts'
import type { Ticket } from '../ticket.ts'
import { eventOf } from './serve.ts'

/**
 * Somebody will be late: they are not called before some minutes have passed – counted from the time of their
 * appointment when that is still to come – and keep what they have waited. One who was parked until a moment gets more
 * time in the same way.
 * @param said how often they had said so when they saw their page: a form that is sent twice counts once
 */
export function sayLate(
  { now, rules }: Pick<QueueState, 'now' | 'rules'>,
  ticket: Ticket,
  said: number,
): Decision | { ok: false; reason: 'late-enough' } {
  if (ticket.late > said) return change({})
  const isParkedUntil = ticket.status === 'parked' && ticket.notBefore !== null
  if (ticket.status !== 'waiting' && !isParkedUntil) return refuse('not-waiting')
  if (ticket.late >= rules.mostLate) return { ok: false, reason: 'late-enough' }
  const start = ticket.startTick === null ? now : ticket.startTick * TICK_SECONDS
  const notBefore = Math.max(now, start, ticket.notBefore ?? now) + rules.lateMinutes * 60
  return change({
    tickets: [{ id: ticket.id, set: { notBefore, late: ticket.late + 1 } }],
    events: [eventOf('late', ticket, null)],
  })
}
