import type { NewQueueEvent, QueueEvent } from '#app/domain/queue/queue-event.ts'
import { and, asc, eq, gte, inArray, lt } from 'drizzle-orm'
import type { Reader, Tx } from '../engine.ts'
import type { Tables } from '../tables.ts'

/** Writes down what has happened, with the change that it tells of. `at`: epoch seconds. */
export async function insertQueueEvents(
  tx: Tx,
  { queueEvents }: Tables,
  {
    officeId,
    day,
    at,
    events,
  }: { officeId: string; day: string; at: number; events: readonly NewQueueEvent[] },
): Promise<void> {
  if (events.length === 0) return
  await tx.insert(queueEvents).values(events.map((event) => ({ ...event, officeId, day, at })))
}

/** What happened at an office on the days from `from` until before `to`, in its order. */
export async function queueEventsOf(
  reader: Reader,
  { queueEvents }: Tables,
  { officeId, from, to, kinds }: { officeId: string; from: string; to: string; kinds?: QueueEvent['kind'][] },
): Promise<QueueEvent[]> {
  return reader
    .select()
    .from(queueEvents)
    .where(
      and(
        eq(queueEvents.officeId, officeId),
        gte(queueEvents.day, from),
        lt(queueEvents.day, to),
        kinds ? inArray(queueEvents.kind, kinds) : undefined,
      ),
    )
    .orderBy(asc(queueEvents.at), asc(queueEvents.id))
}
