import type { Tx } from '#db/engine.ts'
import {
  findAppointmentByKey,
  findAppointmentBySecretHash,
  insertHold,
  replacePeople,
  updateAppointment,
} from '#db/queries/appointments.ts'
import type { Person } from '#app/domain/passport/person.ts'
import { groupNeed } from '#app/domain/passport/stay-length.ts'
import {
  epochSeconds,
  holdEnd,
  isLiving,
  whyNotChangeable,
  withNames,
  type Appointment,
  type ChangeRefusal,
} from '#app/domain/scheduling/appointment.ts'
import { seated } from '#app/domain/scheduling/group-times.ts'
import { TICK_SECONDS, dayOfTick } from '#app/domain/time/tick.ts'
import type { Visitor } from '#app/server/visitor.ts'
import { isOfficeHeld, mayHold, type HoldLimitRefusal } from './booking-limits.server.ts'
import { countWithin, type TooMany } from './count-within.server.ts'
import { firstBookableTick, passportRules, type Portal } from './portal.server.ts'
import { takeTime, touchTime, type TimeRefusal } from './take-time.server.ts'

const TICKS_OF_DAY = (24 * 60 * 60) / TICK_SECONDS

export type HoldTimeInput = {
  /** Made for the page the person chose on: the same key and time give the same answer. */
  idempotencyKey: string
  /** The secret of a hold that this time replaces, when the person goes back to choose another. */
  replaces: string | null
  /** The secret of a confirmed appointment that is to be changed; it stays as it is until the hold is confirmed. */
  changes: string | null
  officeId: string
  startTick: number
  people: readonly Person[]
  /** What they said to the guide; told nothing, a hold or an appointment keeps what it was told before. */
  said?: string | null
  /** Who is logged in. */
  personKey?: string | null
  /** Who holds it: new holds are counted by address. Without one – for a hold of the portal's own – nothing is. */
  visitor?: Visitor
  /** A hash of the visitor's cookie: one visitor holds one time. Without one – for a hold of the portal's own – any number. */
  holder?: string | null
}

export type HoldTimeAnswer =
  | { ok: true; secret: string }
  | TimeRefusal
  | ChangeRefusal
  | TooMany
  | HoldLimitRefusal
  /** The appointment of this key is confirmed already; it is shown instead of a second one. */
  | { ok: false; reason: 'already-confirmed'; secret: string }

/**
 * Holds a time for one to eight people. A repeated call answers the same; the same key or hold with another time moves
 * the hold, and the earlier time is freed in the same write.
 */
export async function holdTime(portal: Portal, input: HoldTimeInput): Promise<HoldTimeAnswer> {
  const { engine, clock, links } = portal
  const { officeId, startTick } = input
  const touched = [{ officeId, startTick }]

  // Far outside there are numbers that are no moment at all; a tampered form may hold any.
  const windowEnd = firstBookableTick(portal) + (passportRules(portal).bookingWindowDays + 2) * TICKS_OF_DAY
  if (startTick < 0) return { ok: false, reason: 'slot-passed' }
  if (startTick > windowEnd) return { ok: false, reason: 'slot-taken' }

  const { holder = null } = input
  // Who logs in answers for it with their name.
  const isClosed = holder !== null && !input.personKey && (await isOfficeHeld(portal, input))
  const answer = await engine.write<HoldTimeAnswer>(async (tx) => {
    const changed = input.changes === null ? null : await bySecret(tx, portal, input.changes)
    const refusal = input.changes === null ? null : whyNotChangeable(changed, clock.now())
    if (refusal) return refusal
    const existing = await existingHold(tx, portal, { ...input, changesId: changed?.id ?? null })
    const secret = links.secretOf(existing?.idempotencyKey ?? input.idempotencyKey)
    if (existing && existing.status !== 'held') return { ok: false, reason: 'already-confirmed', secret }
    // Only a tampered form gets here: the key of a page belongs to what that page was for.
    if (existing && existing.changesId !== (changed?.id ?? null)) return { ok: false, reason: 'slot-taken' }

    // A time that is the person's own already may be asked for again; a new one leaves the office its notice.
    const isOwn = [existing, changed].some((own) => own?.officeId === officeId && own.startTick === startTick)
    if (!isOwn && startTick < firstBookableTick(portal)) return { ok: false, reason: 'slot-passed' }

    if (!existing && holder !== null) {
      const may = await mayHold(tx, portal, {
        ...{ holder, service: 'passport', personKey: input.personKey ?? null },
      })
      if (!may.ok) return may
      if (isClosed && !changed) return { ok: false, reason: 'office-held' }
    }
    // A hold that moves takes no more than it had; a new one that is refused for another reason is not counted.
    if (!existing && input.visitor) {
      const counted = await countWithin(tx, portal, { limit: 'holds', visitor: input.visitor })
      if (!counted.ok) return counted
    }
    if (existing) touched.push(existing)
    const held = await hold(tx, portal, { ...input, existing, changed, secret })
    return held.ok ? { ok: true, secret } : held
  })
  for (const time of touched) portal.availability.touched(time.officeId, dayOfTick(time.startTick).toString())
  return answer
}

function bySecret(tx: Tx, { engine, links }: Portal, secret: string): Promise<Appointment | null> {
  return findAppointmentBySecretHash(tx, engine.tables, links.hashOf(secret))
}

/** What is to be moved: the hold that is replaced, else the one of the page's key. */
async function existingHold(
  tx: Tx,
  portal: Portal,
  { replaces, changesId, idempotencyKey }: HoldTimeInput & { changesId: number | null },
): Promise<Appointment | null> {
  const replaced = replaces === null ? null : await bySecret(tx, portal, replaces)
  const isForThis = replaced?.status !== 'held' || replaced.changesId === changesId
  return (
    (isForThis && !isOver(replaced) && replaced) ||
    findAppointmentByKey(tx, portal.engine.tables, idempotencyKey)
  )
}

/** A hold that was given back, or has become the time of another appointment: a new choice begins anew. */
function isOver(replaced: Appointment | null): boolean {
  const isGivenBack = replaced?.status === 'cancelled' && replaced.confirmedAt === null
  return isGivenBack || replaced?.status === 'merged'
}

type Hold = HoldTimeInput & { existing: Appointment | null; changed: Appointment | null; secret: string }

/** Inserts or moves the hold, takes its time and seats the people. */
async function hold(tx: Tx, portal: Portal, wanted: Hold): Promise<{ ok: true } | TimeRefusal> {
  const { engine, clock, links } = portal
  const { tables } = engine
  const { officeId, startTick, idempotencyKey, existing, changed, secret } = wanted
  const rules = passportRules(portal)
  const heldSince =
    existing && isLiving(existing, clock.now()) ? existing.heldSince : epochSeconds(clock.now())
  const time = { officeId, startTick, heldSince, expiresAt: holdEnd(heldSince, clock.now(), rules) }
  const changesId = changed?.id ?? null
  const secretHash = links.hashOf(secret)
  if (existing) {
    await touchTime(tx, portal, existing)
    const personKey = wanted.personKey ?? existing.personKey
    const said = wanted.said ?? existing.said
    await updateAppointment(tx, tables, existing.id, { ...time, personKey, said })
  }
  const appointmentId =
    existing?.id ??
    (await insertHold(tx, tables, {
      ...{ ...time, idempotencyKey, changesId, secretHash, keyId: links.keyId, service: 'passport' },
      contact: changed?.contact ?? null,
      personKey: wanted.personKey ?? changed?.personKey ?? null,
      said: wanted.said ?? changed?.said ?? null,
      // Who is logged in is one visitor on all their devices.
      holder: wanted.holder ? (wanted.personKey ?? wanted.holder) : null,
    }))
  const need = groupNeed(wanted.people, rules)
  const taken = await takeTime(tx, portal, { appointmentId, officeId, startTick, need, changesId })
  if (!taken.ok) return taken
  const named = withNames(wanted.people, (existing ?? changed)?.people ?? [])
  await replacePeople(tx, tables, appointmentId, seated(named, taken.seats))
  return { ok: true }
}
