import { appointmentsOfPerson } from '#db/queries/appointments-of-person.ts'
import { messagesAboutAppointments } from '#db/queries/messages.ts'
import { countSessionsOf } from '#db/queries/sessions.ts'
import type { RegisterPerson } from '#app/domain/identity/register-person.ts'
import { visiblePeople, type Looker } from '#app/domain/identity/whose.ts'
import { isLiving, type Appointment } from '#app/domain/scheduling/appointment.ts'
import { endOfSeats } from '#app/domain/scheduling/group-times.ts'
import { tickAt } from '#app/domain/time/tick.ts'
import type { Identity } from './identity.server.ts'
import type { Portal } from './portal.server.ts'
import type { Session } from './session.server.ts'

/** An appointment as its person may see it, with the secret of its link. */
export type MyAppointment = {
  appointment: Appointment
  secret: string | null
  /** `held`: not yet booked; `coming`, `past` and `cancelled` were. */
  state: 'held' | 'coming' | 'past' | 'cancelled'
  /** They booked it themselves, or somebody booked it for them. */
  isOwnBooking: boolean
}

/** Who looks: their keys, and the keys of their children with a protected address. */
export function lookerOf(
  { personKeys }: Pick<Identity, 'personKeys'>,
  { keys, person }: { keys: readonly string[]; person: RegisterPerson | null },
): Looker {
  const hidden = (person?.children ?? []).filter(({ isAddressProtected }) => isAddressProtected)
  const hiddenKeys = hidden.flatMap(({ nationalNumber }) => personKeys.keysOf(nationalNumber))
  return { keys, hiddenKeys, isUnsure: person === null }
}

/** What somebody has booked while logged in or is one of the people of; holds that have ended are left out. */
export async function myAppointments(portal: Portal, looker: Looker): Promise<MyAppointment[]> {
  const { engine, links, clock } = portal
  const now = clock.now()
  const found = await appointmentsOfPerson(engine.read, engine.tables, looker.keys)
  return found.flatMap((appointment) => {
    const people = visiblePeople(appointment, looker)
    const state = stateOf(appointment, now)
    if (!people || !state) return []
    const isOwnBooking = looker.keys.includes(appointment.personKey ?? '')
    // The link's page shows everybody: who may not see all of them gets none.
    const isWhole = people.length === appointment.people.length
    const secret = isWhole ? links.secretOf(appointment.idempotencyKey) : null
    return [{ appointment: { ...appointment, people }, secret, state, isOwnBooking }]
  })
}

function stateOf(appointment: Appointment, now: Temporal.Instant): MyAppointment['state'] | null {
  const { status, confirmedAt, people } = appointment
  if (status === 'held') return isLiving(appointment, now) && appointment.changesId === null ? 'held' : null
  if (status === 'cancelled') return confirmedAt === null ? null : 'cancelled'
  if (status === 'merged') return null
  return endOfSeats(people) <= tickAt(now) ? 'past' : 'coming'
}

/** On how many devices somebody is logged in. */
export function countMySessions({ engine }: Identity, session: Session): Promise<number> {
  return countSessionsOf(engine.read, engine.tables, session)
}

/** As many as one looks through on a page. */
const MOST_MESSAGES = 50

/** More than anybody has, for who wants all of them. */
export const ALL_MESSAGES = 100_000

/** What was sent to somebody, and is still to be, about what they booked themselves; the newest first. */
export function myMessages(
  { engine }: Pick<Portal, 'engine'>,
  mine: readonly MyAppointment[],
  most = MOST_MESSAGES,
) {
  const appointmentIds = mine
    .filter(({ isOwnBooking }) => isOwnBooking)
    .map(({ appointment }) => appointment.id)
  return messagesAboutAppointments(engine.read, engine.tables, { appointmentIds, most })
}
