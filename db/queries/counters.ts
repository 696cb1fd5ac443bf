import type { Counter } from '#app/domain/queue/ticket.ts'
import { and, eq, lt, ne } from 'drizzle-orm'
import type { Reader, Tx } from '../engine.ts'
import type { Tables } from '../tables.ts'

/** The counters of an office that somebody has opened at some time. `number` is the resource's and is added above. */
export async function countersOf(
  reader: Reader,
  { counters }: Tables,
  officeId: string,
): Promise<Omit<Counter, 'number'>[]> {
  return reader.select().from(counters).where(eq(counters.officeId, officeId))
}

/** Saves how a counter stands, whether it was opened before or not. */
export async function saveCounter(
  tx: Tx,
  { counters }: Tables,
  { number: _number, ...counter }: Counter,
): Promise<void> {
  const { id: _id, ...set } = counter
  await tx.insert(counters).values(counter).onConflictDoUpdate({ target: counters.id, set })
}

/** Counters that nobody has closed since before a moment (epoch seconds). */
export async function countersOpenSince(
  reader: Reader,
  { counters }: Tables,
  before: number,
): Promise<Omit<Counter, 'number'>[]> {
  return reader
    .select()
    .from(counters)
    .where(and(ne(counters.status, 'closed'), lt(counters.since, before)))
}
