import type { Ticket } from './ticket.ts'
import { ticketLabel } from './ticket.ts'

/** What may be done at a counter and undone. The names are kept with the actions of the day. */
export const COUNTER_ACTIONS = [
  'next',
  'call',
  'call-again',
  'start',
  'finish',
  'no-show',
  'park',
  'transfer',
  'split',
  'add-service',
  'note',
  'take-up',
  'see-to',
] as const
export type CounterAction = (typeof COUNTER_ACTIONS)[number]

/** Whether it is one of them: what is done to a counter itself is not. */
export function isCounterAction(kind: string): kind is CounterAction {
  return COUNTER_ACTIONS.some((action) => action === kind)
}

/** What was done, as it is told: "A12 finished and A13 called", "A12 split, A57 waits". */
export type Done = { kind: Exclude<CounterAction, 'next'> | 'finish-and-call'; labels: string[] }

/**
 * How an action is told, from the tickets as they were before it and those that it added; null for a word that nobody
 * knows.
 */
export function whatWasDone(
  kind: string,
  before: readonly Ticket[],
  added: readonly Ticket[] = [],
): Done | null {
  if (!isCounterAction(kind)) return null
  const labels = [...before, ...added].map(ticketLabel)
  if (kind !== 'next') return { kind, labels }
  const isFinished = before[0]?.status === 'serving'
  if (isFinished && before.length > 1) return { kind: 'finish-and-call', labels }
  return { kind: isFinished ? 'finish' : 'call', labels }
}
