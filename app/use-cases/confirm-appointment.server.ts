import { updateAppointment } from '#db/queries/appointments.ts'
import { epochSeconds } from '#app/domain/scheduling/appointment.ts'
import { clearCode } from '#app/domain/scheduling/code.ts'
import { changeAppointment } from './change-appointment.server.ts'
import { keepHold } from './keep-hold.server.ts'
import type { Portal } from './portal.server.ts'

/** Nine of 22 letters: some 10¹² references, of which one country uses a millionth. */
const REFERENCE_LETTERS = 9
const CHECK_IN_LETTERS = 8

/** Turns a hold into an appointment. Done twice it answers the same. */
export function confirmAppointment(portal: Portal, secret: string) {
  const { engine, clock, randomBytes } = portal
  return changeAppointment(portal, secret, async (tx, appointment) => {
    switch (appointment.status) {
      case 'confirmed':
        return { ok: true } as const
      case 'cancelled':
        return { ok: false, reason: 'cancelled' } as const
      case 'held':
        break
      default:
        return appointment.status satisfies never
    }
    if (!appointment.contact) return { ok: false, reason: 'contact-missing' } as const
    const kept = await keepHold(tx, portal, appointment)
    if (!kept.ok) return kept
    await updateAppointment(tx, engine.tables, appointment.id, {
      status: 'confirmed',
      expiresAt: null,
      confirmedAt: epochSeconds(clock.now()),
      reference: clearCode(REFERENCE_LETTERS, randomBytes),
      checkInCode: clearCode(CHECK_IN_LETTERS, randomBytes),
    })
    return { ok: true } as const
  })
}
