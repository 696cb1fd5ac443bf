import type { AppointmentStatus } from '#app/domain/scheduling/appointment.ts'
import type { Engine } from '#db/engine.ts'
import { brokenClaims } from '#tests/support/claim-invariants.ts'

type Seat = { resourceId: number; startTick: number; ticks: number }

/** An appointment as the database has it. */
export type StoredAppointment = {
  id: number
  secretHash: string
  status: AppointmentStatus
  /** For a hold that is to change a confirmed appointment: that one's id. */
  changesId: number | null
  /** False for a hold that has ended. */
  isLiving: boolean
  wasConfirmed: boolean
  officeId: string
  startTick: number
  hasContact: boolean
  seats: Seat[]
}

/** Reads every appointment. `at`: epoch seconds. */
export async function storedAppointments({ read, tables }: Engine, at: number): Promise<StoredAppointment[]> {
  const { appointments, appointmentPeople } = tables
  const rows = await read
    .select({
      id: appointments.id,
      secretHash: appointments.secretHash,
      status: appointments.status,
      changesId: appointments.changesId,
      expiresAt: appointments.expiresAt,
      confirmedAt: appointments.confirmedAt,
      officeId: appointments.officeId,
      startTick: appointments.startTick,
      messageLanguage: appointments.messageLanguage,
    })
    .from(appointments)
  const people = await read
    .select({
      appointmentId: appointmentPeople.appointmentId,
      resourceId: appointmentPeople.resourceId,
      startTick: appointmentPeople.startTick,
      ticks: appointmentPeople.ticks,
    })
    .from(appointmentPeople)
  const seats = Map.groupBy(people, ({ appointmentId }) => appointmentId)
  return rows.map(({ expiresAt, confirmedAt, messageLanguage, ...row }) => ({
    ...row,
    isLiving: row.status === 'confirmed' || (row.status === 'held' && (expiresAt ?? 0) > at),
    wasConfirmed: confirmedAt !== null,
    hasContact: messageLanguage !== null,
    seats: seats.get(row.id) ?? [],
  }))
}

/**
 * A sentence for each tick that two living appointments think is theirs, whatever the claims say. Only a hold that is
 * to change an appointment may lie on that one's own time.
 */
export function doubledTimes(appointments: readonly StoredAppointment[]): string[] {
  const owners = new Map<string, number>()
  const doubled: string[] = []
  // First those that are promised: then a hold meets what it changes.
  const living = appointments
    .filter(({ isLiving }) => isLiving)
    .sort((a, b) => Number(a.status === 'held') - Number(b.status === 'held'))
  for (const { id, changesId, seats } of living) {
    for (const { resourceId, startTick, ticks } of seats) {
      for (let tick = startTick; tick < startTick + ticks; tick += 1) {
        const time = `tick ${tick} of counter ${resourceId}`
        const owner = owners.get(time)
        if (owner !== undefined && owner !== changesId) doubled.push(`${time} has two owners`)
        owners.set(time, id)
      }
    }
  }
  return doubled
}

/** Side by side a family is served within an hour (portal-rules.csv, group-window). */
const WINDOW_TICKS = 12

/** A sentence for each living family that is neither side by side within the window nor at one counter without a gap. */
export function tornFamilies(appointments: readonly StoredAppointment[]): string[] {
  return appointments
    .filter(({ isLiving, seats }) => isLiving && seats.length > 1)
    .filter(({ startTick, seats }) => {
      const ticks = seats.reduce((sum, seat) => sum + seat.ticks, 0)
      const span = Math.max(...seats.map((seat) => seat.startTick + seat.ticks)) - startTick
      const isAtOneCounter = new Set(seats.map(({ resourceId }) => resourceId)).size === 1
      return isAtOneCounter ? span !== ticks : span > WINDOW_TICKS
    })
    .map(({ id, seats }) => `the ${seats.length} people of appointment ${id} are torn apart`)
}

/** The broken invariants of the claims, told apart by what they mean. `at`: epoch seconds. */
export async function brokenTimes(
  engine: Engine,
  at: number,
): Promise<{ doubled: string[]; orphaned: string[] }> {
  const broken = await brokenClaims(engine, at)
  return {
    doubled: broken.filter((sentence) => sentence.includes('two owners')),
    orphaned: broken.filter((sentence) => !sentence.includes('two owners')),
  }
}
