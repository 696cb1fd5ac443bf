import type { Tx } from '#db/engine.ts'
import { countConfirmedWithPerson } from '#db/queries/appointments-of-person.ts'
import {
  confirmedWithContact,
  countHeldTicks,
  isLifted,
  liftLimits,
  livingHoldsOf,
} from '#db/queries/booking-limits.ts'
import type { AuditReason } from '#app/domain/audit/audit-action.ts'
import { bookingLimitsOn, type BookingLimits } from '#app/domain/rules/booking-limits.ts'
import { epochSeconds, type Appointment, type Contact } from '#app/domain/scheduling/appointment.ts'
import { OSLO, dayOfTick, tickAt, tickFrom } from '#app/domain/time/tick.ts'
import { appendAudit } from './append-audit.server.ts'
import type { StaffMember } from './find-staff-member.server.ts'
import { keptForDay } from './kept-for-day.ts'
import { rolesOf } from './office-day.server.ts'
import { nowSeconds, todayOf, type Portal } from './portal.server.ts'

/** Why somebody may not hold another time now. `secret`: the link of the time that they hold already. */
export type HoldLimitRefusal =
  { ok: false; reason: 'holds-another'; secret: string } | { ok: false; reason: 'office-held' }

/** Why somebody may not have another appointment now. `names`: who has as many as one person may. */
export type ConfirmLimitRefusal =
  | { ok: false; reason: 'too-many-appointments'; names: string[]; most: number }
  | { ok: false; reason: 'contact-used-up'; most: number }

const limits = keptForDay(({ catalogue, clock }: Pick<Portal, 'catalogue' | 'clock'>, _key): BookingLimits =>
  bookingLimitsOn(catalogue.rules, todayOf(clock)),
)

/** Whether a visitor may hold a new time, inside the write that would hold it. */
export async function mayHold(
  tx: Tx,
  portal: Portal,
  { holder, service, personKey }: { holder: string; service: string; personKey: string | null },
): Promise<{ ok: true } | HoldLimitRefusal> {
  const { engine, clock, links } = portal
  const now = nowSeconds(clock)
  const wanted = { service, now }
  const all = await livingHoldsOf(tx, engine.tables, { ...wanted, holder })
  if (personKey) all.push(...(await livingHoldsOf(tx, engine.tables, { ...wanted, holder: personKey })))
  // On a shared computer, what somebody held while logged in is not the next one's to see.
  const living = all.filter((one) => one.personKey === null || one.personKey === personKey)
  const [other] = living
  if (!other || living.length < limits(portal, '').holds) return { ok: true }
  return { ok: false, reason: 'holds-another', secret: links.secretOf(other.idempotencyKey) }
}

/**
 * Whether so much of an office's day is held already that only those who log in may hold more. Read before the write,
 * since on PostgreSQL all that is read inside may clash; a hold too many does no harm.
 */
export async function isOfficeHeld(
  portal: Portal,
  { officeId, startTick }: Pick<Appointment, 'officeId' | 'startTick'>,
): Promise<boolean> {
  const { engine, clock, catalogue } = portal
  const day = dayOfTick(startTick)
  const [fromTick, toTick] = [day, day.add({ days: 1 })].map((date) =>
    tickFrom(date.toZonedDateTime(OSLO).toInstant()),
  )
  if (fromTick === undefined || toTick === undefined) return false
  const wanted = { officeId, fromTick, toTick, now: nowSeconds(clock) }
  const { holds, ticks } = await countHeldTicks(engine.read, engine.tables, wanted)
  const { unconfirmedAlways, unconfirmedPercent } = limits(portal, '')
  if (holds < unconfirmedAlways) return false
  const open = catalogue
    .resourcesOf(officeId)
    .flatMap((resource) => catalogue.openOn(resource, day))
    .reduce((sum, { start, end }) => sum + end - start, 0)
  return ticks * 100 >= open * unconfirmedPercent
}

/**
 * Whether a hold may become an appointment, inside the write that would confirm it. Staff may have lifted it. One that
 * changes an appointment comes with that one's id: it takes its place.
 */
export async function mayConfirm(
  tx: Tx,
  portal: Portal,
  hold: Appointment,
  { isChange = false } = {},
): Promise<{ ok: true } | ConfirmLimitRefusal> {
  const { engine, clock } = portal
  const contact = { email: hold.contact?.email ?? null, mobile: hold.contact?.mobile ?? null }
  const { appointments: most, confirmationsPerDay } = limits(portal, '')
  const before = await confirmedWithContact(tx, engine.tables, contact, hold.id)
  const today = epochSeconds(todayOf(clock).toZonedDateTime(OSLO).toInstant())
  const confirmedToday = new Set(before.filter(({ confirmedAt }) => confirmedAt >= today).map(({ id }) => id))
  const fromTick = tickAt(clock.now())
  const coming = before.filter(
    ({ startTick, service, status }) =>
      status === 'confirmed' && startTick >= fromTick && service === hold.service,
  )
  const names: string[] = []
  for (const { name, personKey } of hold.people) {
    const byKey = personKey
      ? await countConfirmedWithPerson(tx, engine.tables, {
          ...{ personKey, fromTick, service: hold.service, exceptId: hold.id },
        })
      : 0
    const byName = coming.filter((one) => fold(one.name) === fold(name)).length
    if (Math.max(byKey, byName) >= most) names.push(name ?? '')
  }
  const isUsedUp = !isChange && confirmedToday.size >= confirmationsPerDay
  if (names.length === 0 && !isUsedUp) return { ok: true }
  if (await isLifted(tx, engine.tables, contactKeysOf(portal, contact), nowSeconds(clock)))
    return { ok: true }
  return names.length > 0
    ? { ok: false, reason: 'too-many-appointments', names, most }
    : { ok: false, reason: 'contact-used-up', most: confirmationsPerDay }
}

/** Lifts the limits of appointments for somebody with this e-mail address or mobile number, for some hours. */
export async function liftLimitsFor(
  portal: Portal,
  by: StaffMember,
  { contact, reason }: { contact: Pick<Contact, 'email' | 'mobile'>; reason: AuditReason },
): Promise<{ untilSeconds: number }> {
  const { engine, clock } = portal
  const now = nowSeconds(clock)
  const until = now + limits(portal, '').liftHours * 60 * 60
  await engine.write(async (tx) => {
    for (const contactKey of contactKeysOf(portal, contact)) {
      await liftLimits(tx, engine.tables, { contactKey, until, now })
      await appendAudit(tx, portal, {
        ...{ actor: { kind: 'staff', id: by.id }, actorRole: rolesOf(by), reason },
        ...{ action: 'limit-lifted', object: { kind: 'limit', id: contactKey } },
      })
    }
  })
  return { untilSeconds: until }
}

function contactKeysOf({ auditIds }: Portal, { email, mobile }: Pick<Contact, 'email' | 'mobile'>): string[] {
  return [email, mobile].filter((one) => one !== null).map((one) => auditIds.of('limit', one))
}

/** The same name however it is spaced and cased. */
function fold(name: string | null): string {
  return (name ?? '').normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('nb')
}
