import { inArray, lt, sql } from 'drizzle-orm'
import type { Reader, Tx } from '../engine.ts'
import { preparedQuery } from '../prepared-query.ts'
import type { Tables } from '../tables.ts'

/** A key never comes back after its expiry (epoch seconds): the time it counts in is part of it. */
export type RateCounter = { key: string; expiresAt: number }

/** One more on each of two counters. */
const addToTwo = preparedQuery((tx, { rateCounters }) =>
  tx
    .insert(rateCounters)
    .values(
      [0, 1].map((index) => ({
        key: sql.placeholder(`key${index}`),
        count: 1,
        expiresAt: sql.placeholder(`expiresAt${index}`),
      })),
    )
    .onConflictDoUpdate({ target: rateCounters.key, set: { count: sql`${rateCounters.count} + 1` } })
    .returning({ key: rateCounters.key, count: rateCounters.count })
    .prepare(),
)

/** Adds one to a counter and to a wider one. Answers the counts by key. */
export async function addToCounters(
  tx: Tx,
  tables: Tables,
  [narrow, wide]: readonly [RateCounter, RateCounter],
): Promise<Map<string, number>> {
  const rows = await addToTwo(tx, tables).execute({
    key0: narrow.key,
    expiresAt0: narrow.expiresAt,
    key1: wide.key,
    expiresAt1: wide.expiresAt,
  })
  return new Map(rows.map(({ key, count }) => [key, count]))
}

/** The counts of those that have been added to. */
export async function readCounters(
  reader: Reader,
  { rateCounters }: Tables,
  keys: readonly string[],
): Promise<Map<string, number>> {
  const rows = await reader
    .select({ key: rateCounters.key, count: rateCounters.count })
    .from(rateCounters)
    .where(inArray(rateCounters.key, [...keys]))
  return new Map(rows.map(({ key, count }) => [key, count]))
}

/** Removes those whose time was over before a moment (epoch seconds). Answers how many. */
export async function deleteCountersBefore(
  tx: Tx,
  { rateCounters }: Tables,
  epochSeconds: number,
): Promise<number> {
  const gone = await tx
    .delete(rateCounters)
    .where(lt(rateCounters.expiresAt, epochSeconds))
    .returning({ key: rateCounters.key })
  return gone.length
}
