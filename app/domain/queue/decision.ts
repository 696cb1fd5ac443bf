import type { NewQueueEvent } from './queue-event.ts'
import type { QueueRules } from './queue-rules.ts'
import type { Counter, Ticket } from './ticket.ts'
import type { WaitOutlook } from './waits/wait-outlook.ts'

/** An office's queue as it is now: those who are still to be helped, and every counter. `now`: epoch seconds. */
export type QueueState = {
  now: number
  tickets: readonly Ticket[]
  counters: readonly Counter[]
  rules: QueueRules
  /** What is known beside the queue itself of the hours to come: waits are estimated by it. Left out, only the rules. */
  outlook?: WaitOutlook
}

/** What changes of a ticket. */
export type TicketChange = {
  id: number
  set: Partial<Omit<Ticket, 'id' | 'officeId' | 'day' | 'letter' | 'number' | 'revision'>>
}

/** A ticket that an action adds: one that is parted from another, a second visit. It gets the next number. */
export type AddedTicket = Omit<Ticket, 'id' | 'number' | 'revision'>

export type CounterChange = { id: number; set: Partial<Omit<Counter, 'id' | 'officeId' | 'number'>> }

/** What is to be saved, together or not at all. */
export type QueueChange = {
  tickets: TicketChange[]
  /** The ids of those who are overtaken by this: counted, but nothing that another action would stumble over. */
  overtaken: number[]
  added: AddedTicket[]
  counters: CounterChange[]
  events: NewQueueEvent[]
}

/** Why an action is not possible; each is told in words. */
export const ACTION_REFUSALS = [
  /** The counter is not open. */
  'counter-closed',
  /** Somebody is called or served at this counter already. */
  'counter-busy',
  /** Nobody is called or served at this counter. */
  'nobody-here',
  /** Nobody waits whom this counter can serve. */
  'nobody-waits',
  /** Another counter took them, they left, or their visit is over. */
  'not-waiting',
  /** This counter does not have what they came for. */
  'cannot-serve',
  /** They have been called as often as the rules let. */
  'called-enough',
  /** Nothing to undo, or others have acted on it since. */
  'cannot-undo',
  /** Fewer are left than are to be parted. */
  'too-few-people',
  /** A colleague is at this counter. */
  'counter-taken',
  /** Whoever is at the counter is not who was seen there, or has changed since. */
  'changed-meanwhile',
  /** They were called, and nobody has said that they are here. */
  'not-yet-here',
  /** Nobody is at the counter, or of the name, to whom somebody was to be sent. */
  'target-closed',
  /** They are here for that already. */
  'has-service',
  /** They wait already, or are at a counter. */
  'is-waiting',
  /** A colleague has come already, or it is not needed any more. */
  'helped-already',
  'unknown-counter',
] as const
export type ActionRefusal = (typeof ACTION_REFUSALS)[number]

export type Decision = ({ ok: true } & QueueChange) | { ok: false; reason: ActionRefusal }

/** A change of so much, the rest nothing. */
export function change(some: Partial<QueueChange>): Decision {
  return { ok: true, tickets: [], overtaken: [], added: [], counters: [], events: [], ...some }
}

export function refuse(reason: ActionRefusal): Decision {
  return { ok: false, reason }
}

/** Whom a counter has called or serves; null when nobody. */
export function ticketAt(tickets: readonly Ticket[], counterId: number): Ticket | null {
  return (
    tickets.find(
      ({ counterId: at, status }) => at === counterId && (status === 'called' || status === 'serving'),
    ) ?? null
  )
}

/** Two actions in one step: the second decides on what the first has left. The second's refusal refuses both. */
export function inTurn(
  state: QueueState,
  first: (state: QueueState) => Decision,
  second: (state: QueueState) => Decision,
): Decision {
  const one = first(state)
  if (!one.ok) return one
  const other = second(afterChange(state, one))
  if (!other.ok) return other
  return {
    ok: true,
    tickets: [...one.tickets, ...other.tickets],
    overtaken: [...one.overtaken, ...other.overtaken],
    added: [...one.added, ...other.added],
    counters: [...one.counters, ...other.counters],
    events: [...one.events, ...other.events],
  }
}

/** The queue with a change made; what is added has no number yet and is left out. */
export function afterChange(state: QueueState, { tickets, overtaken, counters }: QueueChange): QueueState {
  return {
    ...state,
    tickets: state.tickets.map((ticket) =>
      tickets
        .filter(({ id }) => id === ticket.id)
        .reduce((changed, { set }) => ({ ...changed, ...set }), {
          ...ticket,
          overtaken: ticket.overtaken + overtaken.filter((id) => id === ticket.id).length,
        }),
    ),
    counters: state.counters.map((counter) =>
      counters
        .filter(({ id }) => id === counter.id)
        .reduce((changed, { set }) => ({ ...changed, ...set }), counter),
    ),
  }
}
