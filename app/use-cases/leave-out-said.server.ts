import { updateAppointment } from '#db/queries/appointments.ts'
import { changeAppointment } from './change-appointment.server.ts'
import type { Portal } from './portal.server.ts'

/**
 * Takes what was said to the guide out of a booking that is not confirmed yet; of a change, out of what the appointment
 * becomes. Done twice it answers the same.
 */
export function leaveOutSaid(portal: Portal, secret: string) {
  return changeAppointment(portal, secret, async (tx, { id, status }) => {
    if (status === 'held') await updateAppointment(tx, portal.engine.tables, id, { said: null })
    return { ok: true } as const
  })
}
