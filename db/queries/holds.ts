import type { Appointment } from '#app/domain/scheduling/appointment.ts'
import { and, eq, inArray, lt } from 'drizzle-orm'
import type { Tx } from '../engine.ts'
import type { Tables } from '../tables.ts'

/** The holds that are to change an appointment. */
export async function holdsThatChange(
  tx: Tx,
  { appointments }: Tables,
  id: number,
): Promise<Pick<Appointment, 'id' | 'officeId' | 'startTick'>[]> {
  return tx
    .select({ id: appointments.id, officeId: appointments.officeId, startTick: appointments.startTick })
    .from(appointments)
    .where(and(eq(appointments.changesId, id), eq(appointments.status, 'held')))
}

/**
 * Removes holds that ended or were given back before a moment (epoch seconds), with everything that was typed into them.
 * A cancelled appointment stays: it has no expiry.
 */
export async function deleteHoldsEndedBefore(tx: Tx, tables: Tables, epochSeconds: number): Promise<number> {
  const { appointments, appointmentPeople, claims } = tables
  const ended = await tx
    .select({ id: appointments.id })
    .from(appointments)
    .where(
      and(
        inArray(appointments.status, ['held', 'merged', 'cancelled']),
        lt(appointments.expiresAt, epochSeconds),
      ),
    )
    .limit(500)
  const ids = ended.map(({ id }) => id)
  if (ids.length === 0) return 0
  await tx.delete(claims).where(inArray(claims.appointmentId, ids))
  await tx.delete(appointmentPeople).where(inArray(appointmentPeople.appointmentId, ids))
  await tx.delete(appointments).where(inArray(appointments.id, ids))
  return ids.length
}
