import { findNewestMerged } from '#db/queries/appointments.ts'
import { whyNotChangeable } from '#app/domain/scheduling/appointment.ts'
import { changeAppointment } from './change-appointment.server.ts'
import type { Portal } from './portal.server.ts'
import { putInPlace } from './put-in-place.server.ts'

/**
 * Gives a changed appointment its former time and people back while that time is still free. `sequence` is the change
 * that the person saw: pressed twice, or after another change, it does nothing more.
 */
export function undoChange(portal: Portal, secret: string, sequence: number) {
  return changeAppointment(portal, secret, async (tx, appointment, touched) => {
    const refusal = whyNotChangeable(appointment, portal.clock.now())
    if (refusal) return refusal
    if (appointment.sequence !== sequence) return { ok: true } as const
    const before = await findNewestMerged(tx, portal.engine.tables, appointment.id)
    if (!before) return { ok: false, reason: 'nothing-to-undo' } as const
    touched.push({ officeId: before.officeId, startTick: before.startTick })
    return putInPlace(tx, portal, { appointment, by: before })
  })
}
