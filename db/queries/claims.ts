import type { Interval } from '#app/domain/time/interval.ts'
import { and, eq, gt, gte, inArray, lt, sql } from 'drizzle-orm'
import type { Engine, Reader, Tx } from '../engine.ts'
import { preparedQuery } from '../prepared-query.ts'
import type { Tables } from '../tables.ts'

export type Claim = { resourceId: number; tick: number; appointmentId: number }

/** The shape is how many resources there are. */
const claimsOf = preparedQuery((reader, { claims }, resources) =>
  reader
    .select()
    .from(claims)
    .where(
      and(
        inArray(claims.resourceId, placeholders('resourceId', Number(resources))),
        gte(claims.tick, sql.placeholder('start')),
        lt(claims.tick, sql.placeholder('end')),
      ),
    )
    .prepare(),
)

/** All claims on the resources in the interval, also those of holds that have expired. */
export async function claimsIn(
  reader: Reader,
  tables: Tables,
  resourceIds: readonly number[],
  { start, end }: Interval,
): Promise<Claim[]> {
  if (resourceIds.length === 0) return []
  const values = { start, end, ...numbered(resourceIds.map((resourceId) => ({ resourceId }))) }
  return claimsOf(reader, tables, String(resourceIds.length)).execute(values)
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

/** The shape is how many ticks there are. */
const insertClaims = preparedQuery((tx, { claims }, ticks) =>
  tx
    .insert(claims)
    .values(
      Array.from({ length: Number(ticks) }, (_, index) => ({
        resourceId: sql.placeholder(`resourceId${index}`),
        tick: sql.placeholder(`tick${index}`),
        appointmentId: sql.placeholder('appointmentId'),
      })),
    )
    .onConflictDoNothing()
    .returning({ tick: claims.tick })
    .prepare(),
)

/**
 * Takes ticks for an appointment. Answers false when one of them has an owner: then the caller must refuse, so that
 * the write is rolled back.
 */
export async function claimTicks(
  tx: Tx,
  tables: Tables,
  appointmentId: number,
  ticks: readonly Pick<Claim, 'resourceId' | 'tick'>[],
): Promise<boolean> {
  if (ticks.length === 0) return true
  const values = { appointmentId, ...numbered(ticks) }
  const taken = await insertClaims(tx, tables, String(ticks.length)).execute(values)
  return taken.length === ticks.length
}

const claimsOfEither = preparedQuery((tx, { claims }) =>
  tx
    .select()
    .from(claims)
    .where(inArray(claims.appointmentId, [sql.placeholder('id'), sql.placeholder('otherId')]))
    .prepare(),
)

/** The claims of an appointment, and of another one whose ticks it may use. */
export async function claimsOwnedBy(
  tx: Tx,
  tables: Tables,
  id: number,
  otherId: number | null,
): Promise<Claim[]> {
  return claimsOfEither(tx, tables).execute({ id, otherId: otherId ?? id })
}

const deleteClaimsOf = preparedQuery((tx, { claims }) =>
  tx
    .delete(claims)
    .where(eq(claims.appointmentId, sql.placeholder('appointmentId')))
    .prepare(),
)

export async function releaseClaims(tx: Tx, tables: Tables, appointmentId: number): Promise<void> {
  await deleteClaimsOf(tx, tables).execute({ appointmentId })
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

const touch = preparedQuery((tx, { officeDays }) =>
  tx
    .insert(officeDays)
    .values({
      officeId: sql.placeholder('officeId'),
      day: sql.placeholder('day'),
      version: 1,
      changedAt: sql.placeholder('nowMilliseconds'),
    })
    .onConflictDoUpdate({
      target: [officeDays.officeId, officeDays.day],
      set: { version: sql`${officeDays.version} + 1`, changedAt: sql`excluded.changed_at` },
    })
    .prepare(),
)

/** Says to all caches that the free times of an office changed on a day. */
export async function touchOfficeDay(
  tx: Tx,
  tables: Tables,
  change: { officeId: string; day: string; nowMilliseconds: number },
): Promise<void> {
  await touch(tx, tables).execute(change)
}

/** Office days that changed after a moment (epoch milliseconds). */
export async function officeDaysChangedSince({ read, tables }: Engine, milliseconds: number) {
  const { officeDays } = tables
  return read
    .select({ officeId: officeDays.officeId, day: officeDays.day, version: officeDays.version })
    .from(officeDays)
    .where(gt(officeDays.changedAt, milliseconds))
}

function placeholders(name: string, count: number) {
  return Array.from({ length: count }, (_, index) => sql.placeholder(`${name}${index}`))
}

/** The values of numbered placeholders: `tick0`, `tick1` … */
function numbered(rows: readonly Record<string, number>[]): Record<string, number> {
  return Object.fromEntries(
    rows.flatMap((row, index) => Object.entries(row).map(([name, value]) => [`${name}${index}`, value])),
  )
}
