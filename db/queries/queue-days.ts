import { and, asc, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import type { Reader, Tx } from '../engine.ts'
import type { Tables } from '../tables.ts'

export type QueueDay = Tables['queueDays']['$inferSelect']

/** The state of an office's queue on a day; null before anybody came. */
export async function findQueueDay(
  reader: Reader,
  { queueDays }: Tables,
  { officeId, day }: { officeId: string; day: string },
): Promise<QueueDay | null> {
  const [row] = await reader
    .select()
    .from(queueDays)
    .where(and(eq(queueDays.officeId, officeId), eq(queueDays.day, day)))
  return row ?? null
}

/**
 * Says that an office's queue changes in this write, and takes `numbers` numbers for new tickets: the first of them is
 * answered. `nowMilliseconds`: epoch milliseconds.
 */
export async function touchQueueDay(
  tx: Tx,
  { queueDays }: Tables,
  {
    officeId,
    day,
    numbers,
    nowMilliseconds,
  }: { officeId: string; day: string; numbers: number; nowMilliseconds: number },
): Promise<{ version: number; firstNumber: number }> {
  const [row] = await tx
    .insert(queueDays)
    .values({ officeId, day, version: 1, nextNumber: 1 + numbers, changedAt: nowMilliseconds })
    .onConflictDoUpdate({
      target: [queueDays.officeId, queueDays.day],
      set: {
        version: sql`${queueDays.version} + 1`,
        nextNumber: sql`${queueDays.nextNumber} + ${numbers}`,
        changedAt: nowMilliseconds,
      },
    })
    .returning({ version: queueDays.version, nextNumber: queueDays.nextNumber })
  if (!row) throw new Error('A touched day must come back')
  return { version: row.version, firstNumber: row.nextNumber - numbers }
}

export async function setDelay(
  tx: Tx,
  { queueDays }: Tables,
  { officeId, day, delayMinutes }: { officeId: string; day: string; delayMinutes: number },
): Promise<void> {
  await tx
    .update(queueDays)
    .set({ delayMinutes })
    .where(and(eq(queueDays.officeId, officeId), eq(queueDays.day, day)))
}

/**
 * The versions of these offices' queues on a day; one to whom nobody has come yet has none. They are asked for by office
 * and not by when they changed: the clocks of two processes need not agree.
 */
export async function queueVersions(
  reader: Reader,
  { queueDays }: Tables,
  { day, officeIds }: { day: string; officeIds: readonly string[] },
): Promise<Map<string, number>> {
  const rows = await reader
    .select({ officeId: queueDays.officeId, version: queueDays.version })
    .from(queueDays)
    .where(and(eq(queueDays.day, day), inArray(queueDays.officeId, [...officeIds])))
  return new Map(rows.map(({ officeId, version }) => [officeId, version]))
}

/** The days from `from` until before `to` on which an office's queue had anything in it, the earliest first. */
export async function queueDaysBetween(
  reader: Reader,
  { queueDays }: Tables,
  { from, to, officeId }: { from: string; to: string; officeId?: string },
): Promise<{ officeId: string; day: string }[]> {
  return reader
    .select({ officeId: queueDays.officeId, day: queueDays.day })
    .from(queueDays)
    .where(
      and(
        gte(queueDays.day, from),
        lt(queueDays.day, to),
        officeId === undefined ? undefined : eq(queueDays.officeId, officeId),
      ),
    )
    .orderBy(asc(queueDays.day), asc(queueDays.officeId))
}
