import { keptDaysOn } from '#app/domain/identity/retention.ts'
import type { RegisterPerson } from '#app/domain/identity/register-person.ts'
import { tickToInstant } from '#app/domain/time/tick.ts'
import { appendAudit } from './append-audit.server.ts'
import type { MyAppointment } from './my-appointments.server.ts'
import { todayOf, type Portal } from './portal.server.ts'
import { actorOf, type Session } from './session.server.ts'

/** For how many days after its time an appointment says whose it was. */
export function keptDays({ catalogue, clock }: Pick<Portal, 'catalogue' | 'clock'>): number {
  return keptDaysOn(catalogue.rules, todayOf(clock))
}

/** Writes down that somebody took everything that is stored about them away. */
export function noteDownload(portal: Portal, session: Session): Promise<void> {
  return portal.engine.write((tx) =>
    appendAudit(tx, portal, { ...actorOf(session), action: 'data-downloaded' }),
  )
}

/** Everything that is stored about somebody, and what the registers said of them, as one document to take away. */
export function myData(
  { clock }: Pick<Portal, 'clock'>,
  {
    mine,
    person,
    sessions,
  }: { mine: readonly MyAppointment[]; person: RegisterPerson | null; sessions: number },
) {
  return {
    madeAt: clock.now().toString(),
    appointments: mine.map(({ appointment, state, isOwnBooking }) => ({
      state,
      isOwnBooking,
      reference: appointment.reference,
      service: appointment.service,
      office: appointment.officeId,
      begins: tickToInstant(appointment.startTick).toString(),
      // How to reach the one who booked is theirs, not everybody's who comes along.
      contact: isOwnBooking ? appointment.contact : null,
      people: appointment.people.map(({ name, ageGroup, document, needs, guardians }) => {
        return { name, ageGroup, document, needs, guardians }
      }),
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
