import type { Tx } from '#db/engine.ts'
import { updateAppointment } from '#db/queries/appointments.ts'
import { releaseClaims } from '#db/queries/claims.ts'
import { holdsThatChange } from '#db/queries/holds.ts'
import { epochSeconds } from '#app/domain/scheduling/appointment.ts'
import type { Portal } from './portal.server.ts'
import { touchTime } from './take-time.server.ts'

/**
 * Ends the holds that were to change an appointment whose own time goes away: they may have counted on its ticks. What
 * was typed into them stays; going on takes the time anew or says that it is gone.
 */
export async function endHoldsThatChange(tx: Tx, portal: Portal, appointmentId: number): Promise<void> {
  const { engine, clock } = portal
  for (const hold of await holdsThatChange(tx, engine.tables, appointmentId)) {
    await releaseClaims(tx, engine.tables, hold.id)
    await touchTime(tx, portal, hold)
    await updateAppointment(tx, engine.tables, hold.id, { expiresAt: epochSeconds(clock.now()) })
  }
}
