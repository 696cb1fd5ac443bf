import type { OfficeFigures } from '#app/domain/queue/waits/office-figures.ts'
import { eq } from 'drizzle-orm'
import type { Reader, Tx } from '../engine.ts'
import type { Tables } from '../tables.ts'

/** What an office has learnt of its days, through the last of them (YYYY-MM-DD). */
export type LearntFigures = { officeId: string; throughDay: string; figures: OfficeFigures }

export function allQueueFigures(reader: Reader, { queueFigures }: Tables): Promise<LearntFigures[]> {
  return reader.select().from(queueFigures)
}

export async function queueFiguresOf(
  reader: Reader,
  { queueFigures }: Tables,
  officeId: string,
): Promise<LearntFigures | null> {
  const [row] = await reader.select().from(queueFigures).where(eq(queueFigures.officeId, officeId))
  return row ?? null
}

export async function saveQueueFigures(
  tx: Tx,
  { queueFigures }: Tables,
  { officeId, ...set }: LearntFigures,
): Promise<void> {
  await tx
    .insert(queueFigures)
    .values({ officeId, ...set })
    .onConflictDoUpdate({ target: queueFigures.officeId, set })
}
