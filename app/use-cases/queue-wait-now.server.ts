import { officesWithOpenCounters } from '#db/queries/counters.ts'
import { queueWait, type QueueWait } from './queue-waits.server.ts'
import type { Portal } from './portal.server.ts'

/** An answer is given again for so long: lists and programs ask for many offices at once, and often. */
const KEPT_SECONDS = 5

type Kept = { at: number; wait: Promise<QueueWait> }

const keptOf = new WeakMap<Portal['queues'], Map<string, Kept>>()

/**
 * The queues of some offices as they are now, for who comes for a passport; an office with no counter open has none, and
 * is not in the answer. Asks the database once for all, and then for those that have a queue at most every five seconds.
 */
export async function queueWaitsNow(
  portal: Portal,
  officeIds: readonly string[],
): Promise<ReadonlyMap<string, QueueWait>> {
  const open = await officesWithOpenCounters(portal.engine.read, portal.engine.tables)
  const known = officeIds.filter((id) => open.has(id))
  return new Map(await Promise.all(known.map(async (id) => [id, await keptWait(portal, id)] as const)))
}

/** The queue of one office as it is now; null where there is none. */
export async function queueWaitNow(portal: Portal, officeId: string): Promise<QueueWait | null> {
  return (await queueWaitsNow(portal, [officeId])).get(officeId) ?? null
}

function keptWait(portal: Portal, officeId: string): Promise<QueueWait> {
  const kept = keptOf.get(portal.queues) ?? new Map<string, Kept>()
  keptOf.set(portal.queues, kept)
  const now = portal.clock.now().epochMilliseconds / 1000
  const before = kept.get(officeId)
  // A clock that was put back makes an answer old, not new for long.
  if (before && Math.abs(now - before.at) < KEPT_SECONDS) return before.wait
  const wait = queueWait(portal, { officeId, service: 'passport' })
  kept.set(officeId, { at: now, wait })
  // What failed is asked again.
  wait.catch(() => kept.delete(officeId))
  return wait
}
