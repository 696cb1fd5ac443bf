import { desc, max } from 'drizzle-orm'
import type { Reader, Tx } from '../engine.ts'
import type { Tables } from '../tables.ts'

/** What one run of the retention job did. `at`: epoch seconds. */
export type RetentionRun = { at: number; untilTick: number; erased: number; tickets: number }

/** Up to which tick everything has been made anonymous; 0 before the first run. */
export async function erasedUntil(reader: Reader, { retentionRuns }: Tables): Promise<number> {
  const [row] = await reader.select({ until: max(retentionRuns.untilTick) }).from(retentionRuns)
  return row?.until ?? 0
}

export async function insertRetentionRun(
  tx: Tx,
  { retentionRuns }: Tables,
  run: RetentionRun,
): Promise<void> {
  await tx.insert(retentionRuns).values(run)
}

/** What the newest runs did. */
export async function newestRetentionRuns(
  reader: Reader,
  { retentionRuns }: Tables,
  limit: number,
): Promise<RetentionRun[]> {
  return reader
    .select({
      at: retentionRuns.at,
      untilTick: retentionRuns.untilTick,
      erased: retentionRuns.erased,
      tickets: retentionRuns.tickets,
    })
    .from(retentionRuns)
    .orderBy(desc(retentionRuns.id))
    .limit(limit)
}
