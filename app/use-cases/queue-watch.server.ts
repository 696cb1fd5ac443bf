import { setTimeout as wait } from 'node:timers/promises'

/** Changes of other processes are noticed within this long (architecture.md §3: half a second). */
const LOOK_MILLISECONDS = 250

/** Tells who looks at the queue of an office that it has changed. What they show they read anew. */
export type QueueWatch = {
  /** Says that a write of this process changed an office's queue. */
  touched(officeId: string): void
  /** Calls `listener` after each change of an office's queue; answers how to stop listening. */
  watch(officeId: string, listener: () => void): () => void
  /** False while it cannot be seen whether others have changed something: the database does not answer. */
  isSure(): boolean
}

/**
 * @param versionsOf the versions of these offices' queues today, as they stand in the database: looked at again and
 *   again for as long as somebody listens, since other processes change queues too
 */
export function createQueueWatch(
  versionsOf: (officeIds: readonly string[]) => Promise<ReadonlyMap<string, number>>,
  lookMilliseconds = LOOK_MILLISECONDS,
): QueueWatch {
  const listeners = new Map<string, Set<() => void>>()
  const known = new Map<string, number>()
  let isLooking = false
  let isSure = true

  function tell(officeId: string): void {
    for (const listener of [...(listeners.get(officeId) ?? [])]) listener()
  }

  async function lookOnce(): Promise<void> {
    try {
      const versions = await versionsOf([...listeners.keys()])
      isSure = true
      for (const officeId of [...listeners.keys()]) {
        const version = versions.get(officeId) ?? 0
        if (known.get(officeId) === version) continue
        known.set(officeId, version)
        tell(officeId)
      }
    } catch {
      // Whatever it was: listeners may no longer believe that they know everything.
      isSure = false
    }
  }

  async function lookWhileSomebodyListens(): Promise<void> {
    if (isLooking) return
    isLooking = true
    while (listeners.size > 0) {
      await lookOnce()
      await wait(lookMilliseconds, undefined, { ref: false })
    }
    isLooking = false
  }

  return {
    touched: tell,
    isSure: () => isSure,
    watch(officeId, listener) {
      const ofOffice = listeners.get(officeId) ?? new Set()
      listeners.set(officeId, ofOffice)
      ofOffice.add(listener)
      void lookWhileSomebodyListens()
      return () => {
        ofOffice.delete(listener)
        if (ofOffice.size > 0 || listeners.get(officeId) !== ofOffice) return
        listeners.delete(officeId)
        known.delete(officeId)
      }
    },
  }
}
