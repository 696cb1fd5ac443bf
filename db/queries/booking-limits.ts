import type { Contact } from '#app/domain/scheduling/appointment.ts'
import { and, eq, gt, gte, inArray, lt, ne, or, sql, type SQL } from 'drizzle-orm'
import type { Reader, Tx } from '../engine.ts'
import type { Tables } from '../tables.ts'

/** A hold of somebody who already has one. */
export type OtherHold = { id: number; idempotencyKey: string }

/** The living holds of a visitor, others than one. `now`: epoch seconds. */
export async function livingHoldsOf(
  reader: Reader,
  { appointments }: Tables,
  { holder, service, now }: { holder: string; service: string; now: number },
): Promise<OtherHold[]> {
  return reader
    .select({ id: appointments.id, idempotencyKey: appointments.idempotencyKey })
    .from(appointments)
    .where(
      and(
        eq(appointments.holder, holder),
        eq(appointments.status, 'held'),
        eq(appointments.service, service),
        gt(appointments.expiresAt, now),
      ),
    )
}

/** How many ticks of an office are held between two ticks and not confirmed. `now`: epoch seconds. */
export async function countHeldTicks(
  reader: Reader,
  { appointments, claims }: Tables,
  { officeId, fromTick, toTick, now }: { officeId: string; fromTick: number; toTick: number; now: number },
): Promise<{ holds: number; ticks: number }> {
  const [row] = await reader
    .select({
      holds: sql<number>`count(distinct ${appointments.id})`,
      ticks: sql<number>`count(${claims.tick})`,
    })
    .from(appointments)
    .innerJoin(claims, eq(claims.appointmentId, appointments.id))
    .where(
      and(
        eq(appointments.officeId, officeId),
        gte(appointments.startTick, fromTick),
        lt(appointments.startTick, toTick),
        eq(appointments.status, 'held'),
        gt(appointments.expiresAt, now),
      ),
    )
  return { holds: Number(row?.holds ?? 0), ticks: Number(row?.ticks ?? 0) }
}

/** What has been confirmed with a contact address: who for, when, and whether it is still to come. */
export type Confirmed = { name: string | null; startTick: number; confirmedAt: number; service: string }

/** The people of confirmed appointments with this e-mail address or mobile number, that one apart. */
export async function confirmedWithContact(
  tx: Tx,
  { appointments, appointmentPeople }: Tables,
  { email, mobile }: Pick<Contact, 'email' | 'mobile'>,
  exceptId: number,
): Promise<(Confirmed & { id: number })[]> {
  const isSame: SQL[] = []
  if (email !== null) isSame.push(eq(appointments.email, email))
  if (mobile !== null) isSame.push(eq(appointments.mobile, mobile))
  if (isSame.length === 0) return []
  const rows = await tx
    .select({
      id: appointments.id,
      name: appointmentPeople.name,
      startTick: appointments.startTick,
      confirmedAt: appointments.confirmedAt,
      service: appointments.service,
    })
    .from(appointments)
    .innerJoin(appointmentPeople, eq(appointmentPeople.appointmentId, appointments.id))
    .where(and(or(...isSame), eq(appointments.status, 'confirmed'), ne(appointments.id, exceptId)))
  return rows.map(({ confirmedAt, ...row }) => ({ ...row, confirmedAt: confirmedAt ?? 0 }))
}

/** True while staff have lifted the limits for one of these contact addresses. `now`: epoch seconds. */
export async function isLifted(
  tx: Reader,
  { limitLifts }: Tables,
  contactKeys: readonly string[],
  now: number,
): Promise<boolean> {
  if (contactKeys.length === 0) return false
  const rows = await tx
    .select({ until: limitLifts.until })
    .from(limitLifts)
    .where(and(inArray(limitLifts.contactKey, [...contactKeys]), gt(limitLifts.until, now)))
  return rows.length > 0
}

/** Lifts the limits for a contact address until a moment (epoch seconds), and forgets lifts that are over. */
export async function liftLimits(
  tx: Tx,
  { limitLifts }: Tables,
  { contactKey, until, now }: { contactKey: string; until: number; now: number },
): Promise<void> {
  await tx.delete(limitLifts).where(lt(limitLifts.until, now))
  await tx
    .insert(limitLifts)
    .values({ contactKey, until })
    .onConflictDoUpdate({ target: limitLifts.contactKey, set: { until } })
}
