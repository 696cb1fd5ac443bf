import type { Tx } from '#db/engine.ts'
import { findAppointmentById, updateAppointment } from '#db/queries/appointments.ts'
import { releaseClaims } from '#db/queries/claims.ts'
import {
  epochSeconds,
  whyNotChangeable,
  type Appointment,
  type ChangeRefusal,
} from '#app/domain/scheduling/appointment.ts'
import { CHECK_IN_LETTERS, clearCode, REFERENCE_LETTERS } from '#app/domain/scheduling/code.ts'
import { mayConfirm, type ConfirmLimitRefusal } from './booking-limits.server.ts'
import { changeAppointment } from './change-appointment.server.ts'
import { keepHold } from './keep-hold.server.ts'
import type { Portal } from './portal.server.ts'
import { putInPlace } from './put-in-place.server.ts'
import type { TimeRefusal } from './take-time.server.ts'
import { tellPerson } from './tell-person.server.ts'

type Touched = Pick<Appointment, 'officeId' | 'startTick'>[]

/** What came of a confirmation: the appointment as it is now, and whether it was there before. */
export type Confirmed = Pick<Appointment, 'id' | 'officeId'> & { isChange: boolean }

/**
 * Turns a hold into an appointment, or puts it in the place of the one that it changes. Done twice it answers the same.
 * @param alsoInTheWrite what else is to be there when it is confirmed, and only then
 */
export function confirmAppointment(
  portal: Portal,
  secret: string,
  { alsoInTheWrite }: { alsoInTheWrite?: (tx: Tx, confirmed: Confirmed) => Promise<void> } = {},
) {
  return changeAppointment(portal, secret, async (tx, appointment, touched) => {
    switch (appointment.status) {
      case 'confirmed':
      case 'merged':
        return { ok: true } as const
      case 'cancelled':
        return { ok: false, reason: 'cancelled' } as const
      case 'held':
        break
      default:
        return appointment.status satisfies never
    }
    const isComplete = appointment.contact && appointment.people.every(({ name }) => name !== null)
    if (!isComplete) return { ok: false, reason: 'contact-missing' } as const
    const { id, officeId, changesId } = appointment
    const isChange = changesId !== null
    const answer = isChange
      ? await merge(tx, portal, { hold: appointment, changesId, touched })
      : await promise(tx, portal, appointment)
    if (answer.ok) await alsoInTheWrite?.(tx, { id: changesId ?? id, officeId, isChange })
    return answer
  })
}

async function promise(
  tx: Tx,
  portal: Portal,
  hold: Appointment,
): Promise<{ ok: true } | TimeRefusal | ConfirmLimitRefusal> {
  const { engine, clock, randomBytes } = portal
  const may = await mayConfirm(tx, portal, hold)
  if (!may.ok) return may
  const kept = await keepHold(tx, portal, hold)
  if (!kept.ok) return kept
  await updateAppointment(tx, engine.tables, hold.id, {
    status: 'confirmed',
    expiresAt: null,
    confirmedAt: epochSeconds(clock.now()),
    reference: clearCode(REFERENCE_LETTERS, randomBytes),
    checkInCode: clearCode(CHECK_IN_LETTERS, randomBytes),
    holder: null,
  })
  await tellPerson(tx, portal, 'confirmed', hold)
  return { ok: true }
}

/** Puts the hold in the place of the appointment that it changes; its contact too. */
async function merge(
  tx: Tx,
  portal: Portal,
  { hold, changesId, touched }: { hold: Appointment; changesId: number; touched: Touched },
): Promise<{ ok: true } | TimeRefusal | ChangeRefusal | ConfirmLimitRefusal> {
  const { tables } = portal.engine
  const changed = await findAppointmentById(tx, tables, changesId)
  const refusal = whyNotChangeable(changed, portal.clock.now())
  if (!changed || refusal) return refusal ?? { ok: false, reason: 'unknown-appointment' }
  const may = await mayConfirm(tx, portal, { ...hold, id: changesId }, { isChange: true })
  if (!may.ok) return may
  touched.push({ officeId: changed.officeId, startTick: changed.startTick })
  await releaseClaims(tx, tables, hold.id)
  return putInPlace(tx, portal, { appointment: changed, by: hold })
}
