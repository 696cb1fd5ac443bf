import type { Portal } from './portal.server.ts'

/** How long the queue of an office is now. */
export type QueueWait = {
  /** Whether one can take a ticket now. */
  isOpen: boolean
  /** How many wait. */
  waiting: number
  /** Half of those who take a ticket now are called within `half` minutes, four of five within `fourFifths`. */
  minutes: { half: number; fourFifths: number } | null
}

/**
 * The queue of an office as it is now; null where there is none, or nothing is known of it. Answers from memory: lists
 * ask it for every office.
 */
export async function queueWaitNow(
  _portal: Pick<Portal, 'catalogue' | 'clock'>,
  _officeId: string,
): Promise<QueueWait | null> {
  return null
}
