import type { Counter } from '#app/domain/queue/ticket.ts'
import { and, desc, eq, getTableColumns, lt, ne } from 'drizzle-orm'
import type { Reader, Tx } from '../engine.ts'
import type { Tables } from '../tables.ts'

/** The counters of an office that somebody has opened at some time. `number` is the resource's and is added above. */
export async function countersOf(
  reader: Reader,
  { counters }: Tables,
  officeId: string,
): Promise<Omit<Counter, 'number'>[]> {
  const { shown: _shown, ...columns } = getTableColumns(counters)
  return reader.select(columns).from(counters).where(eq(counters.officeId, officeId))
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

/** Where a member of staff is now: the office and the counter that they opened last; null when at none. */
export async function counterOfStaff(
  reader: Reader,
  { counters }: Tables,
  staffId: number,
): Promise<{ officeId: string; counterId: number } | null> {
  const [row] = await reader
    .select({ officeId: counters.officeId, counterId: counters.id })
    .from(counters)
    .where(and(eq(counters.staffId, staffId), ne(counters.status, 'closed')))
    .orderBy(desc(counters.since))
    .limit(1)
  return row ?? null
}

/** For which serving, and to whom, the people of an appointment were last shown at a counter; null when never. */
export async function shownAt(reader: Reader, { counters }: Tables, id: number): Promise<string | null> {
  const [row] = await reader.select({ shown: counters.shown }).from(counters).where(eq(counters.id, id))
  return row?.shown ?? null
}

export async function noteShown(tx: Tx, { counters }: Tables, id: number, shown: string): Promise<void> {
  await tx.update(counters).set({ shown }).where(eq(counters.id, id))
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

/** The offices that have a counter open now: those that have a queue. */
export async function officesWithOpenCounters(reader: Reader, { counters }: Tables): Promise<Set<string>> {
  const rows = await reader
    .selectDistinct({ officeId: counters.officeId })
    .from(counters)
    .where(eq(counters.status, 'open'))
  return new Set(rows.map(({ officeId }) => officeId))
}
