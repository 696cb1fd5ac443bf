import { findAppointmentById } from '#db/queries/appointments.ts'
import type { Appointment } from '#app/domain/scheduling/appointment.ts'
import type { Portal } from './portal.server.ts'

/** The confirmed appointment that a hold is to change, or has changed, with the secret of its link; null for others. */
export async function findChanged(
  { engine, links }: Portal,
  { changesId }: Appointment,
): Promise<{ appointment: Appointment; secret: string } | null> {
  if (changesId === null) return null
  const appointment = await findAppointmentById(engine.read, engine.tables, changesId)
  return appointment && { appointment, secret: links.secretOf(appointment.idempotencyKey) }
}
