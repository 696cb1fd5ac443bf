import { findAppointmentBySecretHash } from '#db/queries/appointments.ts'
import type { Appointment } from '#app/domain/scheduling/appointment.ts'
import type { Portal } from './portal.server.ts'

/** The appointment that a personal link opens, or null. */
export function findAppointment({ engine, links }: Portal, secret: string): Promise<Appointment | null> {
  return findAppointmentBySecretHash(engine.read, engine.tables, links.hashOf(secret))
}
