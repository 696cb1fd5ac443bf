import type { Interval } from '#app/domain/time/interval.ts'
import { and, eq, gt, gte, inArray, lt, sql } from 'drizzle-orm'
import type { Engine, Reader, Tx } from '../engine.ts'
import type { Tables } from '../tables.ts'

export type Claim = { resourceId: number; tick: number; appointmentId: number }

/** All claims on the resources in the interval, also those of holds that have expired. */
export async function claimsIn(
  reader: Reader,
  { claims }: Tables,
  resourceIds: readonly number[],
  { start, end }: Interval,
): Promise<Claim[]> {
  if (resourceIds.length === 0) return []
  return reader
    .select()
    .from(claims)
    .where(and(inArray(claims.resourceId, [...resourceIds]), gte(claims.tick, start), lt(claims.tick, end)))
}

/** The holds there are and when each ends (epoch seconds), expired ones too. */
export async function holdEnds(reader: Reader, { appointments }: Tables): Promise<Map<number, number>> {
  const rows = await reader
    .select({ id: appointments.id, expiresAt: appointments.expiresAt })
    .from(appointments)
    .where(eq(appointments.status, 'held'))
  return new Map(rows.map(({ id, expiresAt }) => [id, expiresAt ?? 0]))
}

/** Which of these appointments are holds, and when each ends (epoch seconds). */
export async function holdEndsOf(
  tx: Tx,
  { appointments }: Tables,
  appointmentIds: readonly number[],
): Promise<Map<number, number>> {
  if (appointmentIds.length === 0) return new Map()
  const rows = await tx
    .select({ id: appointments.id, expiresAt: appointments.expiresAt })
    .from(appointments)
    .where(and(inArray(appointments.id, [...appointmentIds]), eq(appointments.status, 'held')))
  return new Map(rows.map(({ id, expiresAt }) => [id, expiresAt ?? 0]))
}

/**
 * Takes ticks for an appointment. Answers false when one of them has an owner: then the caller must refuse, so that
 * the write is rolled back.
 */
export async function claimTicks(
  tx: Tx,
  { claims }: Tables,
  appointmentId: number,
  ticks: readonly Pick<Claim, 'resourceId' | 'tick'>[],
): Promise<boolean> {
  if (ticks.length === 0) return true
  const rows = ticks.map(({ resourceId, tick }) => ({ appointmentId, resourceId, tick }))
  const taken = await tx.insert(claims).values(rows).onConflictDoNothing().returning({ tick: claims.tick })
  return taken.length === ticks.length
}

export async function releaseClaims(tx: Tx, { claims }: Tables, appointmentId: number): Promise<void> {
  await tx.delete(claims).where(eq(claims.appointmentId, appointmentId))
}

/** Frees single ticks; for those of holds that have expired. */
export async function releaseTicks(
  tx: Tx,
  { claims }: Tables,
  ticks: readonly Pick<Claim, 'resourceId' | 'tick'>[],
): Promise<void> {
  for (const [resourceId, ofResource] of Map.groupBy(ticks, (one) => one.resourceId)) {
    const numbers = ofResource.map(({ tick }) => tick)
    await tx.delete(claims).where(and(eq(claims.resourceId, resourceId), inArray(claims.tick, numbers)))
  }
}

/** Says to all caches that the free times of an office changed on a day. */
export async function touchOfficeDay(
  tx: Tx,
  { officeDays }: Tables,
  { officeId, day, nowMilliseconds }: { officeId: string; day: string; nowMilliseconds: number },
): Promise<void> {
  await tx
    .insert(officeDays)
    .values({ officeId, day, version: 1, changedAt: nowMilliseconds })
    .onConflictDoUpdate({
      target: [officeDays.officeId, officeDays.day],
      set: { version: sql`${officeDays.version} + 1`, changedAt: nowMilliseconds },
    })
}

/** Office days that changed after a moment (epoch milliseconds). */
export async function officeDaysChangedSince({ read, tables }: Engine, milliseconds: number) {
  const { officeDays } = tables
  return read
    .select({ officeId: officeDays.officeId, day: officeDays.day, version: officeDays.version })
    .from(officeDays)
    .where(gt(officeDays.changedAt, milliseconds))
}
