import {
  findAppointmentByKey,
  findAppointmentBySecretHash,
  insertHold,
  replacePeople,
  updateAppointment,
} from '#db/queries/appointments.ts'
import type { Person } from '#app/domain/passport/person.ts'
import { stayTicks } from '#app/domain/passport/stay-length.ts'
import { epochSeconds, holdEnd, isLiving } from '#app/domain/scheduling/appointment.ts'
import { TICK_SECONDS, dayOfTick } from '#app/domain/time/tick.ts'
import { firstBookableTick, passportRules, type Portal } from './portal.server.ts'
import { takeTime, touchTime, type TimeRefusal } from './take-time.server.ts'

const TICKS_OF_DAY = (24 * 60 * 60) / TICK_SECONDS

export type HoldTimeInput = {
  /** Made for the page the person chose on: the same key and time give the same answer. */
  idempotencyKey: string
  /** The secret of a hold that this time replaces, when the person goes back to choose another. */
  replaces: string | null
  officeId: string
  startTick: number
  person: Person
}

export type HoldTimeAnswer =
  | { ok: true; secret: string }
  | TimeRefusal
  /** The appointment of this key is confirmed already; it is shown instead of a second one. */
  | { ok: false; reason: 'already-confirmed'; secret: string }

/**
 * Holds a time for one person. A repeated call answers the same; the same key or hold with another time moves the
 * hold, and the earlier time is freed in the same write.
 */
export async function holdTime(portal: Portal, input: HoldTimeInput): Promise<HoldTimeAnswer> {
  const { engine, clock, links } = portal
  const { tables } = engine
  const rules = passportRules(portal)
  const ticks = stayTicks(input.person, rules)
  const touched = [{ officeId: input.officeId, startTick: input.startTick }]

  // Far outside there are numbers that are no moment at all; a tampered form may hold any.
  const windowEnd = firstBookableTick(portal) + (rules.bookingWindowDays + 2) * TICKS_OF_DAY
  if (input.startTick < 0) return { ok: false, reason: 'slot-passed' }
  if (input.startTick > windowEnd) return { ok: false, reason: 'slot-taken' }

  const answer = await engine.write<HoldTimeAnswer>(async (tx) => {
    const replaced = input.replaces
      ? await findAppointmentBySecretHash(tx, tables, links.hashOf(input.replaces))
      : null
    const existing = replaced ?? (await findAppointmentByKey(tx, tables, input.idempotencyKey))
    const secret = links.secretOf(existing?.idempotencyKey ?? input.idempotencyKey)
    if (existing && existing.status !== 'held') return { ok: false, reason: 'already-confirmed', secret }

    // A hold that has this time already may be asked for again; a new one leaves the office its notice.
    const isAgain = existing?.officeId === input.officeId && existing.startTick === input.startTick
    if (!isAgain && input.startTick < firstBookableTick(portal)) return { ok: false, reason: 'slot-passed' }

    const now = epochSeconds(clock.now())
    const heldSince = existing && isLiving(existing, clock.now()) ? existing.heldSince : now
    const hold = {
      officeId: input.officeId,
      startTick: input.startTick,
      heldSince,
      expiresAt: holdEnd(heldSince, clock.now(), rules),
    }
    if (existing) {
      await touchTime(tx, portal, existing)
      touched.push(existing)
      await updateAppointment(tx, tables, existing.id, hold)
    }
    const appointmentId =
      existing?.id ??
      (await insertHold(tx, tables, {
        ...hold,
        idempotencyKey: input.idempotencyKey,
        secretHash: links.hashOf(secret),
        keyId: links.keyId,
        service: 'passport',
      }))
    const taken = await takeTime(tx, portal, { appointmentId, ...input, ticks })
    if (!taken.ok) return taken
    const person = { ...input.person, resourceId: taken.resourceId, startTick: input.startTick, ticks }
    await replacePeople(tx, tables, appointmentId, [person])
    return { ok: true, secret }
  })
  for (const { officeId, startTick } of touched) {
    portal.availability.touched(officeId, dayOfTick(startTick).toString())
  }
  return answer
}
