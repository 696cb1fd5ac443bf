import { change, refuse, ticketAt, type Decision, type QueueState } from '../decision.ts'
import { canServe, nextTicket, overtakenBy, waitsSince } from '../queue-order.ts'
import type { Counter, Ticket } from '../ticket.ts'
import { eventOf } from './serve.ts'

/** Calls whoever is next for a counter. */
export function callNext(state: QueueState, counter: Counter): Decision {
  const refusal = whyNotCalling(state, counter)
  if (refusal) return refusal
  const place = nextTicket(state.tickets, { counter, rules: state.rules.order, now: state.now })
  return place ? call(state, counter, place.ticket, place.reason) : refuse('nobody-waits')
}

/** Calls a certain one, whatever their place; also one who is parked. */
export function callTicket(state: QueueState, counter: Counter, ticketId: number): Decision {
  const refusal = whyNotCalling(state, counter)
  if (refusal) return refusal
  const ticket = state.tickets.find(({ id }) => id === ticketId)
  if (!ticket || (ticket.status !== 'waiting' && ticket.status !== 'parked')) return refuse('not-waiting')
  // Who is kept for another may be taken by hand; what the counter does not have, not.
  const isForAnother = ticket.forCounterId !== null || ticket.forStaffId !== null
  if (!isForAnother && !canServe(counter, ticket)) return refuse('cannot-serve')
  return call(state, counter, ticket, 'chosen')
}

/** Calls once more the one who was called and has not come. */
export function callAgain(state: QueueState, counter: Counter): Decision {
  const ticket = ticketAt(state.tickets, counter.id)
  if (ticket?.status !== 'called') return refuse('nobody-here')
  if (ticket.calls >= state.rules.mostCalls) return refuse('called-enough')
  return change({
    tickets: [{ id: ticket.id, set: { calls: ticket.calls + 1, calledAt: state.now } }],
    events: [eventOf('called-again', ticket, counter)],
  })
}

function whyNotCalling({ tickets }: QueueState, counter: Counter): Decision | null {
  if (counter.status !== 'open') return refuse('counter-closed')
  return ticketAt(tickets, counter.id) ? refuse('counter-busy') : null
}

function call(
  { tickets, rules: { order }, now }: QueueState,
  counter: Counter,
  ticket: Ticket,
  why: string,
): Decision {
  const overtaken = overtakenBy(ticket, tickets, { counter, rules: order, now })
  return change({
    tickets: [
      {
        id: ticket.id,
        set: {
          ...{ status: 'called', counterId: counter.id, calledAt: now, calls: 1 },
          ...{ notBefore: null, parkReason: null, asksForHelp: false },
          // They have come to whoever they were sent to; what follows may be anybody's.
          ...{ forCounterId: null, forStaffId: null },
        },
      },
    ],
    overtaken: overtaken.map(({ id }) => id),
    events: [
      {
        ...eventOf('called', ticket, counter),
        ...{ seconds: Math.max(0, now - waitsSince(ticket, order)), detail: why },
      },
    ],
  })
}
