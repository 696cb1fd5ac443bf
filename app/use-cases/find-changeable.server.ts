import { whyNotChangeable, type Appointment, type ChangeRefusal } from '#app/domain/scheduling/appointment.ts'
import { findAppointment } from './find-appointment.server.ts'
import type { Portal } from './portal.server.ts'

/** The confirmed appointment of a personal link, when it may still be changed. */
export async function findChangeable(
  portal: Portal,
  secret: string,
): Promise<{ ok: true; appointment: Appointment } | ChangeRefusal> {
  const appointment = await findAppointment(portal, secret)
  const refusal = whyNotChangeable(appointment, portal.clock.now())
  if (!appointment) return { ok: false, reason: 'unknown-appointment' }
  return refusal ?? { ok: true, appointment }
}
