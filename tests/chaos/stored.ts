import type { Engine } from '#db/engine.ts'
import { brokenClaims } from '#tests/support/claim-invariants.ts'

type Seat = { resourceId: number; startTick: number; ticks: number }

/** An appointment as the database has it. */
export type StoredAppointment = {
  secretHash: string
  status: 'held' | 'confirmed' | 'cancelled'
  wasConfirmed: boolean
  officeId: string
  startTick: number
  hasContact: boolean
  seats: Seat[]
}

/** Reads every appointment. */
export async function storedAppointments({ read, tables }: Engine): Promise<StoredAppointment[]> {
  const { appointments, appointmentPeople } = tables
  const rows = await read
    .select({
      id: appointments.id,
      secretHash: appointments.secretHash,
      status: appointments.status,
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
  return rows.map(({ id, confirmedAt, messageLanguage, ...row }) => ({
    ...row,
    wasConfirmed: confirmedAt !== null,
    hasContact: messageLanguage !== null,
    seats: seats.get(id) ?? [],
  }))
}

/** A sentence for each tick that two living appointments think is theirs, whatever the claims say. */
export function doubledTimes(appointments: readonly StoredAppointment[]): string[] {
  const owners = new Set<string>()
  const doubled: string[] = []
  for (const { status, seats } of appointments) {
    if (status === 'cancelled') continue
    for (const { resourceId, startTick, ticks } of seats) {
      for (let tick = startTick; tick < startTick + ticks; tick += 1) {
        const time = `tick ${tick} of counter ${resourceId}`
        if (owners.has(time)) doubled.push(`${time} has two owners`)
        owners.add(time)
      }
    }
  }
  return doubled
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
