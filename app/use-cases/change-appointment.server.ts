import type { Tx } from '#db/engine.ts'
import { findAppointmentBySecretHash } from '#db/queries/appointments.ts'
import type { Appointment } from '#app/domain/scheduling/appointment.ts'
import { dayOfTick } from '#app/domain/time/tick.ts'
import type { Portal } from './portal.server.ts'

type Time = Pick<Appointment, 'officeId' | 'startTick'>

/**
 * Loads the appointment behind a secret, lets `change` decide and save in the same write, and tells the cache of free
 * times. `change` adds to `touched` the other times that it frees or takes. An unknown secret is refused.
 */
export async function changeAppointment<Answer>(
  portal: Portal,
  secret: string,
  change: (tx: Tx, appointment: Appointment, touched: Time[]) => Promise<Answer>,
): Promise<Answer | { ok: false; reason: 'unknown-appointment' }> {
  const { engine, links, availability } = portal
  let touched: Time[] = []
  const answer = await engine.write(async (tx) => {
    const appointment = await findAppointmentBySecretHash(tx, engine.tables, links.hashOf(secret))
    if (!appointment) return { ok: false, reason: 'unknown-appointment' } as const
    touched = [appointment]
    return change(tx, appointment, touched)
  })
  for (const { officeId, startTick } of touched)
    availability.touched(officeId, dayOfTick(startTick).toString())
  return answer
}
