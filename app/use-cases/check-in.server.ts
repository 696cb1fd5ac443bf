import { findAppointmentByCheckInCode } from '#db/queries/office-appointments.ts'
import { ticketsOfAppointment } from '#db/queries/tickets.ts'
import { arrive } from '#app/domain/queue/actions/arrive.ts'
import { whyNotCheckIn, type CheckInRefusal } from '#app/domain/queue/may-check-in.ts'
import type { HelpNeed } from '#app/domain/queue/ticket.ts'
import type { Appointment, MessageLanguage } from '#app/domain/scheduling/appointment.ts'
import { dayOfTick } from '#app/domain/time/tick.ts'
import { changeQueue, ticketSecret } from './change-queue.server.ts'
import { queueKnowledge } from './queue-outlook.server.ts'
import { keepPrediction } from './queue-waits.server.ts'
import type { GivenTicket } from './take-ticket.server.ts'
import type { Portal } from './portal.server.ts'

/**
 * Checks an appointment in at an office: by the code of its receipt, which opens nothing else (security.md, threat 5).
 * Checked in already, it answers the same ticket again.
 * @param language the one they use here; the appointment's own when they use none
 */
export async function checkIn(
  portal: Portal,
  { officeId, code, language }: { officeId: string; code: string; language?: MessageLanguage },
): Promise<(GivenTicket & { isAgain: boolean }) | ({ ok: false } & CheckInRefusal)> {
  const { tables } = portal.engine
  const knowledge = await queueKnowledge(portal, officeId)
  return changeQueue(portal, officeId, async (queue) => {
    const appointment = await findAppointmentByCheckInCode(queue.tx, tables, code)
    if (!appointment) return { ok: false, reason: 'unknown-code' } as const
    const [before] = await ticketsOfAppointment(queue.tx, tables, appointment.id)
    if (before?.officeId === officeId && before.day === queue.day) {
      const secret = ticketSecret(portal, before.idempotencyKey)
      return { ok: true, ticketId: before.id, secret, isAgain: true } as const
    }
    const refusal = whyNotCheckIn(
      { ...appointment, day: dayOfTick(appointment.startTick).toString() },
      { officeId, today: queue.day, now: queue.now },
      queue.rules,
    )
    if (refusal) return { ok: false, ...refusal } as const
    const key = `appointment ${appointment.idempotencyKey} ${queue.day}`
    const decision = arrive(queue, {
      ...{ officeId, day: queue.day, service: 'passport', needs: needsOf(appointment) },
      language: language ?? appointment.contact?.messageLanguage ?? 'nb',
      people: appointment.people.length,
      appointment,
    })
    if (!decision.ok) throw new Error(`An arrival was refused: ${decision.reason}`)
    const {
      added: [ticketId = 0],
    } = await queue.save(decision, [key])
    await keepPrediction(queue, portal, { ticketId, knowledge })
    return { ok: true, ticketId, secret: ticketSecret(portal, key), isAgain: false } as const
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
