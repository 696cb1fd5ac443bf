import { and, gte, lte, sql } from 'drizzle-orm'
import type { GuideCount } from '#app/domain/channels/guide-count.ts'
import type { Reader, Tx } from '../engine.ts'
import type { Tables } from '../tables.ts'

/** Adds to what has been counted before. */
export async function addGuideCounts(
  tx: Tx,
  { guideCounts }: Tables,
  counts: readonly GuideCount[],
): Promise<void> {
  await tx
    .insert(guideCounts)
    .values([...counts])
    .onConflictDoUpdate({
      target: [guideCounts.day, guideCounts.need, guideCounts.event, guideCounts.detail],
      set: { count: sql`${guideCounts.count} + excluded.count` },
    })
}

/** What was counted from one day to another, both included. */
export async function guideCountsBetween(
  reader: Reader,
  { guideCounts }: Tables,
  { from, to }: { from: string; to: string },
): Promise<GuideCount[]> {
  return reader
    .select()
    .from(guideCounts)
    .where(and(gte(guideCounts.day, from), lte(guideCounts.day, to)))
}
