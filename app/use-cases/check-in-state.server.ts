import { ticketsOfAppointment } from '#db/queries/tickets.ts'
import { whyNotCheckIn } from '#app/domain/queue/may-check-in.ts'
import { isOpen } from '#app/domain/queue/ticket.ts'
import { visitTicket } from '#app/domain/queue/visit-ticket.ts'
import type { Appointment } from '#app/domain/scheduling/appointment.ts'
import { dayOfTick } from '#app/domain/time/tick.ts'
import { ticketSecret } from './change-queue.server.ts'
import { queueRules } from './queue-state.server.ts'
import { nowSeconds, todayOf, type Portal } from './portal.server.ts'

/**
 * Whether somebody may say that they are there: `later` today, from a moment on (epoch seconds), `now`, or `done`
 * already – with the secret of the ticket. Null on other days, when it is too late, and after the visit.
 */
export type CheckInState = { at: 'later'; opensAt: number } | { at: 'now' } | { at: 'done'; secret: string }

export async function checkInState(portal: Portal, appointment: Appointment): Promise<CheckInState | null> {
  const { engine, clock } = portal
  const today = todayOf(clock).toString()
  const day = dayOfTick(appointment.startTick).toString()
  if (day !== today || appointment.status !== 'confirmed') return null
  const tickets = await ticketsOfAppointment(engine.read, engine.tables, appointment.id)
  const before = visitTicket(tickets, { officeId: appointment.officeId, day: today })
  if (before)
    return isOpen(before) ? { at: 'done', secret: ticketSecret(portal, before.idempotencyKey) } : null
  const at = { officeId: appointment.officeId, today, now: nowSeconds(clock) }
  const refusal = whyNotCheckIn({ ...appointment, day }, at, queueRules(portal))
  if (refusal === null) return { at: 'now' }
  return refusal.reason === 'too-early' ? { at: 'later', opensAt: refusal.opensAt } : null
}
