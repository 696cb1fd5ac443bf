import { change, refuse, ticketAt, type Decision, type QueueState } from '../decision.ts'
import type { NewQueueEvent, QueueEventKind } from '../queue-event.ts'
import type { Counter, Outcome, Ticket } from '../ticket.ts'

/** The one who was called stands at the counter. */
export function startServing(state: QueueState, counter: Counter): Decision {
  const ticket = ticketAt(state.tickets, counter.id)
  if (ticket?.status !== 'called') return refuse('nobody-here')
  return change({
    tickets: [{ id: ticket.id, set: { status: 'serving', startedAt: state.now, asksForHelp: false } }],
    events: [eventOf('started', ticket, counter)],
  })
}

/** The visit is over. One who was only called counts as served from the call on: nobody is made to press "start". */
export function finish(state: QueueState, counter: Counter, outcome: Outcome): Decision {
  const ticket = ticketAt(state.tickets, counter.id)
  if (!ticket) return refuse('nobody-here')
  const startedAt = ticket.startedAt ?? ticket.calledAt ?? state.now
  return change({
    tickets: [{ id: ticket.id, set: { status: 'finished', startedAt, endedAt: state.now, outcome } }],
    events: [{ ...eventOf('finished', ticket, counter), seconds: state.now - startedAt, detail: outcome }],
  })
}

/** Called and not here. Who comes back says so, and staff take the ticket up again. */
export function markNoShow(state: QueueState, counter: Counter): Decision {
  const ticket = ticketAt(state.tickets, counter.id)
  if (ticket?.status !== 'called') return refuse('nobody-here')
  return change({
    tickets: [{ id: ticket.id, set: { status: 'no-show', endedAt: state.now } }],
    events: [eventOf('no-show', ticket, counter)],
  })
}

/** An event about a ticket at a counter. */
export function eventOf(
  kind: QueueEventKind,
  { id, service }: Pick<Ticket, 'id' | 'service'>,
  counter: Pick<Counter, 'id'> | null,
): NewQueueEvent {
  return { kind, ticketId: id, service, counterId: counter?.id ?? null, seconds: null, detail: null }
}
