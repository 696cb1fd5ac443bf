import { updateAppointment } from '#db/queries/appointments.ts'
import { changeAppointment } from './change-appointment.server.ts'
import { claimAgain } from './keep-hold.server.ts'
import type { Portal } from './portal.server.ts'
import { tellPerson } from './tell-person.server.ts'
import type { AlsoInTheWrite } from './written-down-for.server.ts'

/** Undoes a cancellation while the time is still free. Done twice it answers the same. */
export function restoreAppointment(portal: Portal, secret: string, { alsoInTheWrite }: AlsoInTheWrite = {}) {
  const { engine } = portal
  return changeAppointment(portal, secret, async (tx, appointment) => {
    if (appointment.status === 'confirmed') return { ok: true } as const
    // One whose people were erased is nobody's.
    const isErased = appointment.contact === null
    if (appointment.status !== 'cancelled' || appointment.confirmedAt === null || isErased) {
      return { ok: false, reason: 'never-confirmed' } as const
    }
    const taken = await claimAgain(tx, portal, appointment)
    if (!taken.ok) return taken
    const sequence = appointment.sequence + 1
    await updateAppointment(tx, engine.tables, appointment.id, {
      status: 'confirmed',
      cancelledAt: null,
      sequence,
    })
    await tellPerson(tx, portal, 'confirmed', { ...appointment, sequence })
    await alsoInTheWrite?.(tx, appointment)
    return { ok: true } as const
  })
}
