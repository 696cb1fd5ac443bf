import type { outboxRows } from '#tests/support/outbox.ts'

type Rows = Awaited<ReturnType<typeof outboxRows>>

/** Compares what was taken at the other end with what the outbox says, message by message. */
export function createPostLedger() {
  /** How often a message was taken and not marked when a kill came: so often it may come again. */
  const unmarked = new Map<number, number>()
  let before = new Map<number, number>()

  return {
    /** To be called after each kill, when nothing moves any more. `taken`: all ids so far. */
    sawKill(taken: readonly string[], rows: Rows): void {
      const waiting = new Set(rows.filter(({ status }) => status === 'waiting').map(({ id }) => id))
      const times = timesOf(taken)
      for (const [number, often] of times) {
        const isFresh = often > (before.get(number) ?? 0)
        if (isFresh && waiting.has(number)) unmarked.set(number, (unmarked.get(number) ?? 0) + 1)
      }
      before = times
    },
    settle(taken: readonly string[], rows: Rows) {
      const times = timesOf(taken)
      const lost = rows
        .filter(({ id, status }) => status === 'dead' || (status === 'sent' && !times.has(id)))
        .map(({ id, kind, status }) => `message ${id} (${kind}) is ${status} and never came`)
      const doubled = [...times]
        .filter(([number, often]) => often > 1 + (unmarked.get(number) ?? 0))
        .map(([number, often]) => `message ${number} came ${often} times`)
      return {
        lost,
        doubled,
        twice: [...times.values()].filter((often) => often > 1).length,
        unmarked: [...unmarked.values()].reduce((sum, often) => sum + often, 0),
      }
    },
  }
}

/** How often each message was taken, by its number. */
function timesOf(ids: readonly string[]): Map<number, number> {
  const times = new Map<number, number>()
  for (const id of ids) {
    const number = Number(/^message-(\d+)@portal\.example$/.exec(id)?.[1] ?? NaN)
    times.set(number, (times.get(number) ?? 0) + 1)
  }
  return times
}
