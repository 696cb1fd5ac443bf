import { findNewestMerged, updateAppointment } from '#db/queries/appointments.ts'
import { epochSeconds, whyNotChangeable, type Appointment } from '#app/domain/scheduling/appointment.ts'
import { changeAppointment } from './change-appointment.server.ts'
import type { Portal } from './portal.server.ts'
import { putInPlace } from './put-in-place.server.ts'
import type { AlsoInTheWrite } from './written-down-for.server.ts'

/**
 * Gives a changed appointment its former time, people and contact back while that time is still free. `sequence` is the
 * change that the person saw: pressed twice it answers the same, and after another change it is refused.
 */
export function undoChange(
  portal: Portal,
  secret: string,
  sequence: number,
  { alsoInTheWrite }: AlsoInTheWrite = {},
) {
  return changeAppointment(portal, secret, async (tx, appointment, touched) => {
    const refusal = whyNotChangeable(appointment, portal.clock.now())
    if (refusal) return refusal
    const { tables } = portal.engine
    const before = await findNewestMerged(tx, tables, appointment.id)
    if (appointment.sequence !== sequence) {
      const isUndone = appointment.sequence === sequence + 1 && before !== null && !isUndoable(before)
      return isUndone ? ({ ok: true } as const) : ({ ok: false, reason: 'changed-since' } as const)
    }
    if (!before || !isUndoable(before)) return { ok: false, reason: 'nothing-to-undo' } as const
    touched.push({ officeId: before.officeId, startTick: before.startTick })
    const placed = await putInPlace(tx, portal, { appointment, by: before })
    // What the row keeps now is the change that was undone: nobody is to be moved there by a second undo.
    const cancelledAt = epochSeconds(portal.clock.now())
    if (!placed.ok) return placed
    await updateAppointment(tx, tables, before.id, { cancelledAt })
    await alsoInTheWrite?.(tx, { id: appointment.id, officeId: before.officeId })
    return placed
  })
}

/** Whether the newest change of an appointment may be undone, as far as is known without trying. */
export async function canUndoChange({ engine }: Portal, { id }: Appointment): Promise<boolean> {
  const before = await findNewestMerged(engine.read, engine.tables, id)
  return before !== null && isUndoable(before)
}

function isUndoable({ cancelledAt }: Appointment): boolean {
  return cancelledAt === null
}
