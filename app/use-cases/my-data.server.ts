import { ticketsOfAppointment } from '#db/queries/tickets.ts'
import { keptDaysOn } from '#app/domain/identity/retention.ts'
import { readSaid } from '#app/domain/channels/said.ts'
import type { RegisterPerson } from '#app/domain/identity/register-person.ts'
import { ticketLabel, type Ticket } from '#app/domain/queue/ticket.ts'
import { OSLO, tickToInstant } from '#app/domain/time/tick.ts'
import type { SentMessage } from '#db/queries/messages.ts'
import { appendAudit } from './append-audit.server.ts'
import type { MyAppointment } from './my-appointments.server.ts'
import { todayOf, type Portal } from './portal.server.ts'
import { actorOf, type Session } from './session.server.ts'

/** For how many days after its time an appointment says whose it was. */
export function keptDays({ catalogue, clock }: Pick<Portal, 'catalogue' | 'clock'>): number {
  return keptDaysOn(catalogue.rules, todayOf(clock))
}

/** For how many days after the visit a ticket of the queue is kept. */
export function keptTicketDays({ catalogue, clock }: Pick<Portal, 'catalogue' | 'clock'>): number {
  return keptDaysOn(catalogue.rules, todayOf(clock), 'ticket')
}

/** The tickets that somebody's own bookings were checked in with, while they are kept: others' may be of others. */
export async function myTickets(
  { engine }: Pick<Portal, 'engine'>,
  mine: readonly MyAppointment[],
): Promise<Ticket[]> {
  const { read, tables } = engine
  const tickets = await Promise.all(
    mine
      .filter(({ isOwnBooking }) => isOwnBooking)
      .map(({ appointment: { id } }) => ticketsOfAppointment(read, tables, id)),
  )
  return tickets.flat()
}

/** Writes down that somebody took everything that is stored about them away. */
export function noteDownload(portal: Portal, session: Session): Promise<void> {
  return portal.engine.write((tx) =>
    appendAudit(tx, portal, { ...actorOf(session), action: 'data-downloaded' }),
  )
}

/** Everything that is stored about somebody, and what the registers said of them, as one document to take away. */
export function myData(
  { clock, catalogue }: Pick<Portal, 'clock' | 'catalogue'>,
  {
    mine,
    tickets,
    messages,
    person,
    sessions,
  }: {
    tickets: readonly Ticket[]
    messages: readonly SentMessage[]
    mine: readonly MyAppointment[]
    person: RegisterPerson | null
    sessions: number
  },
) {
  const references = new Map(mine.map(({ appointment: { id, reference } }) => [id, reference]))
  const officeOf = (id: string) => ({ id, name: catalogue.offices.get(id)?.name ?? null })
  return {
    madeAt: localTime(clock.now()),
    appointments: mine.map(({ appointment, state, isOwnBooking }) => ({
      state,
      isOwnBooking,
      reference: appointment.reference,
      service: appointment.service,
      office: officeOf(appointment.officeId),
      begins: localTime(tickToInstant(appointment.startTick)),
      // How to reach the one who booked, and what they said, is theirs, not everybody's who comes along.
      contact: isOwnBooking ? appointment.contact : null,
      saidToGuide: isOwnBooking ? readSaid(appointment.said) : null,
      people: appointment.people.map(({ name, ageGroup, document, needs, guardians }) => {
        return { name, ageGroup, document, needs, guardians }
      }),
    })),
    visits: tickets.map((ticket) => ({
      ...{
        office: officeOf(ticket.officeId),
        day: ticket.day,
        ticket: ticketLabel(ticket),
        service: ticket.service,
      },
      ...{ needs: ticket.needs, people: ticket.people, note: ticket.note, outcome: ticket.outcome },
      arrived: momentOf(ticket.arrivedAt),
      called: momentOf(ticket.calledAt),
      ended: momentOf(ticket.endedAt),
    })),
    messages: messages.map(({ appointmentId, kind, channel, status, dueAt }) => ({
      ...{ appointment: references.get(appointmentId) ?? null, kind, channel, status, due: momentOf(dueAt) },
    })),
    loggedInPlaces: sessions,
    notStoredButAskedForAtLogin: person && {
      ...{ name: person.name, birthDate: person.birthDate, email: person.email, mobile: person.mobile },
      ...{ contactUpdated: person.contactUpdated, isReserved: person.isReserved, language: person.language },
      ...{ address: person.address, isAddressProtected: person.isAddressProtected },
      children: person.children
        .filter(({ isAddressProtected }) => !isAddressProtected)
        .map(({ name, birthDate }) => ({ name, birthDate })),
    },
  }
}

function momentOf(seconds: number | null): string | null {
  return seconds === null ? null : localTime(Temporal.Instant.fromEpochMilliseconds(seconds * 1000))
}

/** As a clock in Norway showed it, and how far that is from UTC: "2026-11-24T09:00:00+01:00". */
function localTime(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(OSLO).toString({ timeZoneName: 'never', smallestUnit: 'second' })
}
