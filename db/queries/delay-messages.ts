import { and, eq, gte, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import type { Reader, Tx } from '../engine.ts'
import type { Tables } from '../tables.ts'

/** Leaves out what waits to be told of a delay that is not so any more, about some appointments. */
export async function dropDelayMessages(
  tx: Tx,
  { messages }: Tables,
  appointmentIds: readonly number[],
): Promise<void> {
  if (appointmentIds.length === 0) return
  await tx
    .update(messages)
    .set({ status: 'void', leaseUntil: null })
    .where(
      and(
        inArray(messages.appointmentId, [...appointmentIds]),
        inArray(messages.kind, ['delayed', 'delay-over']),
        eq(messages.status, 'waiting'),
        // What is in a worker's hands may be told already.
        isNull(messages.leaseUntil),
      ),
    )
}

/** Which of these appointments have been told of a delay, or are being told now. */
export async function toldOfDelay(
  reader: Reader,
  { messages }: Tables,
  { appointmentIds, since }: { appointmentIds: readonly number[]; since: number },
): Promise<Set<number>> {
  if (appointmentIds.length === 0) return new Set()
  const rows = await reader
    .selectDistinct({ id: messages.appointmentId })
    .from(messages)
    .where(
      and(
        inArray(messages.appointmentId, [...appointmentIds]),
        eq(messages.kind, 'delayed'),
        gte(messages.dueAt, since),
        or(eq(messages.status, 'sent'), isNotNull(messages.leaseUntil)),
      ),
    )
  return new Set(rows.map(({ id }) => id))
}
