/**
 * What happens to tickets and counters, from which figures are computed later. No personal data is in an event: not who
 * it was about, and not who did it. Names are kept for good: a new kind is added, none is renamed.
 */
export const QUEUE_EVENTS = [
  'arrived',
  'called',
  'called-again',
  'started',
  'finished',
  'no-show',
  'parked',
  'transferred',
  'split',
  'service-added',
  'taken-up',
  'late',
  'left',
  'asked-for-help',
  'helped',
  'closed',
  'undone',
  'counter-opened',
  'counter-paused',
  'counter-closed',
  'delay-announced',
] as const
export type QueueEventKind = (typeof QUEUE_EVENTS)[number]

/** An event that is to be written down with the change that it tells of. */
export type NewQueueEvent = {
  kind: QueueEventKind
  /** A row number, which says nothing of a person once the ticket is anonymous. */
  ticketId: number | null
  service: string | null
  counterId: number | null
  /** How long what has ended now took: the wait of a call, the serving of a finish. Null where nothing has ended. */
  seconds: number | null
  /** A word of a list: an outcome, a reason, `walk-in` or `appointment`. Never words that somebody typed. */
  detail: string | null
}

/** `at`: epoch seconds. */
export type QueueEvent = NewQueueEvent & { id: number; officeId: string; day: string; at: number }
