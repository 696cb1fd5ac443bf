import { updateAppointment } from '#db/queries/appointments.ts'
import { releaseClaims } from '#db/queries/claims.ts'
import { epochSeconds, hasBegun } from '#app/domain/scheduling/appointment.ts'
import { changeAppointment } from './change-appointment.server.ts'
import { endHoldsThatChange } from './end-holds.server.ts'
import type { Portal } from './portal.server.ts'
import { touchTime } from './take-time.server.ts'
import { tellPerson } from './tell-person.server.ts'
import type { AlsoInTheWrite } from './written-down-for.server.ts'

/**
 * Cancels an appointment or gives a hold back; its time is free at once. Done twice it answers the same. What was typed
 * into a hold is forgotten as if it had expired now; a cancelled appointment has no expiry.
 */
export function cancelAppointment(portal: Portal, secret: string, { alsoInTheWrite }: AlsoInTheWrite = {}) {
  const { engine, clock } = portal
  return changeAppointment(portal, secret, async (tx, appointment) => {
    if (appointment.status === 'cancelled') return { ok: true } as const
    if (appointment.status === 'merged') return { ok: false, reason: 'merged' } as const
    if (hasBegun(appointment, clock.now())) return { ok: false, reason: 'too-late' } as const
    await releaseClaims(tx, engine.tables, appointment.id)
    await touchTime(tx, portal, appointment)
    const sequence = appointment.sequence + 1
    await updateAppointment(tx, engine.tables, appointment.id, {
      status: 'cancelled',
      expiresAt: appointment.status === 'held' ? epochSeconds(clock.now()) : null,
      cancelledAt: epochSeconds(clock.now()),
      sequence,
    })
    // Of a hold nobody was told.
    if (appointment.status === 'confirmed') {
      await tellPerson(tx, portal, 'cancelled', { ...appointment, sequence })
    }
    await endHoldsThatChange(tx, portal, appointment.id)
    await alsoInTheWrite?.(tx, appointment)
    return { ok: true } as const
  })
}
