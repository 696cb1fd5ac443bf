import { findAppointmentById } from '#db/queries/appointments.ts'
import { noteShown, shownAt } from '#db/queries/counters.ts'
import type { Person } from '#app/domain/passport/person.ts'
import type { Counter, Ticket } from '#app/domain/queue/ticket.ts'
import type { Appointment } from '#app/domain/scheduling/appointment.ts'
import { appendAudit } from './append-audit.server.ts'
import { rolesOf, type Acting } from './office-day.server.ts'
import type { Portal } from './portal.server.ts'

/**
 * The appointment of somebody who stands at a counter, for the one who serves them there: that is reason enough to see
 * who they are, and it is written down once for each serving before it is shown (security.md, threat 27). Who was only
 * called is not shown: they may never come.
 */
export async function servedAppointment(
  portal: Portal,
  { member }: Pick<Acting, 'member'>,
  { counter, ticket }: { counter: Counter; ticket: Ticket },
): Promise<Appointment | null> {
  const { engine } = portal
  const isServing = ticket.status === 'serving' && ticket.counterId === counter.id
  if (ticket.appointmentId === null || !isServing || counter.staffId !== member.id) return null
  const { appointmentId } = ticket
  const serving = `${ticket.id} ${ticket.startedAt} ${member.id}`
  if ((await shownAt(engine.read, engine.tables, counter.id)) !== serving) {
    await engine.write(async (tx) => {
      // The same page may be asked for twice at once.
      if ((await shownAt(tx, engine.tables, counter.id)) === serving) return
      await appendAudit(tx, portal, {
        ...{ actor: { kind: 'staff', id: member.id }, actorRole: rolesOf(member) },
        ...{ action: 'appointment-served', object: { kind: 'appointment', id: appointmentId } },
        scope: ticket.officeId,
      })
      await noteShown(tx, engine.tables, counter.id, serving)
    })
  }
  return findAppointmentById(engine.read, engine.tables, appointmentId)
}

/** The people whom the next appointment is for, as far as the one of a ticket says; nothing of who they are. */
export async function peopleOfTicket({ engine }: Portal, { appointmentId }: Ticket): Promise<Person[]> {
  const appointment =
    appointmentId === null ? null : await findAppointmentById(engine.read, engine.tables, appointmentId)
  return (appointment?.people ?? []).map(({ ageGroup, document, needs, guardians }) => ({
    ...{ ageGroup, document, needs, guardians },
  }))
}
