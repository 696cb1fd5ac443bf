import { updateAppointment } from '#db/queries/appointments.ts'
import { voidReminders } from '#db/queries/reminders.ts'
import { changeAppointment } from './change-appointment.server.ts'
import type { Portal } from './portal.server.ts'
import type { AlsoInTheWrite } from './written-down-for.server.ts'

/** Nobody is reminded who does not want it: not of this time, and not of another that it is moved to. */
export function stopReminders(portal: Portal, secret: string, { alsoInTheWrite }: AlsoInTheWrite = {}) {
  const { tables } = portal.engine
  return changeAppointment(portal, secret, async (tx, appointment) => {
    if (appointment.status !== 'confirmed') return { ok: false, reason: 'not-confirmed' } as const
    await updateAppointment(tx, tables, appointment.id, { noReminders: true })
    await voidReminders(tx, tables, appointment.id)
    await alsoInTheWrite?.(tx, appointment)
    return { ok: true } as const
  })
}
