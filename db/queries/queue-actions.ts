import { and, desc, eq, lt } from 'drizzle-orm'
import type { Reader, Tx } from '../engine.ts'
import type { Tables } from '../tables.ts'

export type QueueAction = Tables['queueActions']['$inferSelect']

export async function insertQueueAction(
  tx: Tx,
  { queueActions }: Tables,
  action: Omit<QueueAction, 'id' | 'isUndone'>,
): Promise<void> {
  await tx.insert(queueActions).values({ ...action, isUndone: false })
}

/** The last that was done at a counter on a day and has not been undone; null when nothing was. */
export async function lastQueueAction(
  reader: Reader,
  { queueActions }: Tables,
  { counterId, day }: { counterId: number; day: string },
): Promise<QueueAction | null> {
  const [row] = await reader
    .select()
    .from(queueActions)
    .where(
      and(eq(queueActions.counterId, counterId), eq(queueActions.day, day), eq(queueActions.isUndone, false)),
    )
    .orderBy(desc(queueActions.id))
    .limit(1)
  return row ?? null
}

export async function markUndone(tx: Tx, { queueActions }: Tables, id: number): Promise<void> {
  await tx.update(queueActions).set({ isUndone: true }).where(eq(queueActions.id, id))
}

/** Forgets what was done on days before `day`: it can be undone no more. */
export async function forgetQueueActions(tx: Tx, { queueActions }: Tables, day: string): Promise<void> {
  await tx.delete(queueActions).where(lt(queueActions.day, day))
}
