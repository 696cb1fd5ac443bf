import type { Tx } from '#db/engine.ts'
import { findAppointmentByCheckInCode, findAppointmentByReference } from '#db/queries/office-appointments.ts'
import { ticketsOfAppointment } from '#db/queries/tickets.ts'
import type { Scope } from '#app/domain/identity/permission.ts'
import { arrive } from '#app/domain/queue/actions/arrive.ts'
import { whyNotCheckIn, type CheckInRefusal } from '#app/domain/queue/may-check-in.ts'
import { isOpen, type HelpNeed } from '#app/domain/queue/ticket.ts'
import { visitTicket } from '#app/domain/queue/visit-ticket.ts'
import type { Appointment, MessageLanguage } from '#app/domain/scheduling/appointment.ts'
import { dayOfTick } from '#app/domain/time/tick.ts'
import { changeQueue, ticketSecret } from './change-queue.server.ts'
import { queueKnowledge } from './queue-outlook.server.ts'
import { keepPrediction } from './queue-waits.server.ts'
import type { GivenTicket } from './take-ticket.server.ts'
import type { Portal } from './portal.server.ts'

export type CheckInAnswer = (GivenTicket & { isAgain: boolean }) | ({ ok: false } & CheckInRefusal)

/** An appointment by the code of its receipt, or – for staff, who see some offices only – by its reference. */
export type Shown = { code: string } | { reference: string; scope: Scope }

/**
 * Checks an appointment in at an office: by the code of its receipt, which opens nothing else (security.md, threat 5).
 * Checked in already, it answers the same ticket again.
 * @param language the one they use here; the appointment's own when they use none
 * @param alsoInTheWrite what is to be written with a new arrival, or not at all
 */
export async function checkIn(
  portal: Portal,
  { officeId, shown, language }: { officeId: string; shown: Shown; language?: MessageLanguage },
  { alsoInTheWrite }: { alsoInTheWrite?: (tx: Tx, appointment: Appointment) => Promise<void> } = {},
): Promise<CheckInAnswer> {
  const { tables } = portal.engine
  const find = (reader: Parameters<typeof findAppointmentByCheckInCode>[0]) =>
    'code' in shown
      ? findAppointmentByCheckInCode(reader, tables, shown.code)
      : findAppointmentByReference(reader, tables, shown)
  // Guesses must not stand in the line of those who come.
  if (!(await find(portal.engine.read))) return { ok: false, reason: 'unknown-code' }
  const knowledge = await queueKnowledge(portal, officeId)
  return changeQueue<CheckInAnswer>(portal, officeId, async (queue) => {
    const appointment = await find(queue.tx)
    if (!appointment) return { ok: false, reason: 'unknown-code' }
    const tickets = await ticketsOfAppointment(queue.tx, tables, appointment.id)
    const before = visitTicket(tickets, { officeId, day: queue.day })
    if (before && !isOpen(before)) return { ok: false, reason: 'visit-over' }
    if (before) {
      const secret = ticketSecret(portal, before.idempotencyKey)
      return { ok: true, ticketId: before.id, secret, isAgain: true }
    }
    const refusal = whyNotCheckIn(
      { ...appointment, day: dayOfTick(appointment.startTick).toString() },
      { officeId, today: queue.day, now: queue.now },
      queue.rules,
    )
    if (refusal) return { ok: false, ...refusal }
    const key = `appointment ${appointment.idempotencyKey} ${queue.day}`
    const decision = arrive(queue, {
      ...{ officeId, day: queue.day, service: 'passport', needs: needsOf(appointment) },
      language: language ?? appointment.contact?.messageLanguage ?? 'nb',
      people: appointment.people.length,
      appointment,
    })
    if (!decision.ok) throw new Error(`An arrival was refused: ${decision.reason}`)
    const { added } = await queue.save(decision, [key])
    const ticketId = added[0] ?? 0
    await keepPrediction(queue, portal, { ticketId, knowledge })
    await alsoInTheWrite?.(queue.tx, appointment)
    return { ok: true, ticketId, secret: ticketSecret(portal, key), isAgain: false }
  })
}

/** What the people of an appointment need at the office, as it is called in the queue. */
function needsOf({ people }: Appointment): HelpNeed[] {
  const needs = new Set(people.flatMap(({ needs }) => needs))
  return [
    ...(needs.has('accessible') ? (['wheelchair'] as const) : []),
    ...(needs.has('interpreter') ? (['interpreter'] as const) : []),
  ]
}
