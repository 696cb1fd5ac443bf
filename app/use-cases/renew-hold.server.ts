import { changeAppointment } from './change-appointment.server.ts'
import { keepHold } from './keep-hold.server.ts'
import type { Portal } from './portal.server.ts'

/** Gives a person more time with a hold; takes it again when it has expired and is still free. */
export function renewHold(portal: Portal, secret: string) {
  return changeAppointment(portal, secret, async (tx, appointment) => {
    if (appointment.status !== 'held') return { ok: false, reason: 'already-confirmed' } as const
    return keepHold(tx, portal, appointment)
  })
}
