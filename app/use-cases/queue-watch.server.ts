/** Tells who looks at the queue of an office that it has changed. What they show they read anew. */
export type QueueWatch = {
  /** Says that a write of this process changed an office's queue. */
  touched(officeId: string): void
  /** Calls `listener` after each change of an office's queue; answers how to stop listening. */
  watch(officeId: string, listener: () => void): () => void
}

export function createQueueWatch(): QueueWatch {
  const listeners = new Map<string, Set<() => void>>()
  return {
    touched(officeId) {
      for (const listener of listeners.get(officeId) ?? []) listener()
    },
    watch(officeId, listener) {
      const ofOffice = listeners.get(officeId) ?? new Set()
      listeners.set(officeId, ofOffice)
      ofOffice.add(listener)
      return () => {
        ofOffice.delete(listener)
        if (ofOffice.size === 0) listeners.delete(officeId)
      }
    },
  }
}
