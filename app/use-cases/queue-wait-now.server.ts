import type { Portal } from './portal.server.ts'

/** Whole minutes; both ends count. */
export type MinuteRange = { from: number; to: number }

/** The queue of an office, as somebody sees it who thinks of coming now. */
export type QueueWait = {
  /** Whether one can take a ticket now. */
  isOpen: boolean
  /** How many wait. */
  waiting: number
  /** Half of all waits lie within `half`, four fifths within `most`; null when it cannot be said. */
  wait: { half: MinuteRange; most: MinuteRange } | null
}

/**
 * The queues of some offices as they are now; an office that has none, or of whose queue nothing is known, is not in
 * the answer. Lists ask for many offices at once: this must not ask the database for each.
 */
export async function queueWaitsNow(
  _portal: Pick<Portal, 'engine' | 'catalogue' | 'clock'>,
  _officeIds: readonly string[],
): Promise<ReadonlyMap<string, QueueWait>> {
  return new Map()
}

/** The queue of one office as it is now; null where there is none. */
export async function queueWaitNow(
  portal: Pick<Portal, 'engine' | 'catalogue' | 'clock'>,
  officeId: string,
): Promise<QueueWait | null> {
  return (await queueWaitsNow(portal, [officeId])).get(officeId) ?? null
}
