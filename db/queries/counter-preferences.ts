import type { QueueService } from '#app/domain/queue/ticket.ts'
import { eq } from 'drizzle-orm'
import type { Reader, Tx } from '../engine.ts'
import type { Tables } from '../tables.ts'

/** What a member of staff chose last at a counter. */
export type CounterPreferences = {
  officeId: string | null
  counterId: number | null
  services: QueueService[]
  hasShortcuts: boolean
}

/** Null for who has never been at a counter. */
export async function findCounterPreferences(
  reader: Reader,
  { counterPreferences }: Tables,
  staffId: number,
): Promise<CounterPreferences | null> {
  const [row] = await reader.select().from(counterPreferences).where(eq(counterPreferences.staffId, staffId))
  return row ?? null
}

/** Saves a choice; what is left out stays as it was. */
export async function saveCounterPreferences(
  tx: Tx,
  { counterPreferences }: Tables,
  staffId: number,
  set: Partial<CounterPreferences>,
): Promise<void> {
  const fresh = { officeId: null, counterId: null, services: [], hasShortcuts: true }
  await tx
    .insert(counterPreferences)
    .values({ ...fresh, ...set, staffId })
    .onConflictDoUpdate({ target: counterPreferences.staffId, set })
}
