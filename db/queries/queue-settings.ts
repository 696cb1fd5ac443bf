import type { OrderRules } from '#app/domain/queue/queue-rules.ts'
import { desc, eq } from 'drizzle-orm'
import type { Reader, Tx } from '../engine.ts'
import type { Tables } from '../tables.ts'

/** What an office has set for the order of its queue; nothing where it never did. */
export async function orderSetBy(
  reader: Reader,
  { queueSettings }: Tables,
  officeId: string,
): Promise<Partial<OrderRules>> {
  const [row] = await reader
    .select({ order: queueSettings.order })
    .from(queueSettings)
    .where(eq(queueSettings.officeId, officeId))
    .orderBy(desc(queueSettings.id))
    .limit(1)
  return row?.order ?? {}
}

/** Sets the order of an office's queue from now on; what was set before stays to be read. */
export async function insertQueueSetting(
  tx: Tx,
  { queueSettings }: Tables,
  setting: { officeId: string; order: Partial<OrderRules>; at: number },
): Promise<void> {
  await tx.insert(queueSettings).values(setting)
}

/** What an office has set for its order, and when (epoch seconds). */
export type OrderSetting = { order: Partial<OrderRules>; at: number }

/** The last two settings of an office's order, the newest first. */
export function orderSettingsOf(
  reader: Reader,
  { queueSettings }: Tables,
  officeId: string,
): Promise<OrderSetting[]> {
  return reader
    .select({ order: queueSettings.order, at: queueSettings.at })
    .from(queueSettings)
    .where(eq(queueSettings.officeId, officeId))
    .orderBy(desc(queueSettings.id))
    .limit(2)
}
