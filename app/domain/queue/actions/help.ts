import { change, refuse, ticketAt, type Decision, type QueueState } from '../decision.ts'
import type { QueueEventKind } from '../queue-event.ts'
import type { Counter } from '../ticket.ts'
import { eventOf } from './serve.ts'

/** The one at a counter asks a colleague to come; a colleague comes, or it is not needed any more. */
export function callColleague({ tickets }: QueueState, counter: Counter, isNeeded: boolean): Decision {
  const kind: QueueEventKind = isNeeded ? 'asked-for-help' : 'helped'
  const here = ticketAt(tickets, counter.id)
  return change({
    counters: [{ id: counter.id, set: { callsForHelp: isNeeded } }],
    events: [
      {
        ...{ kind, ticketId: here?.id ?? null, service: here?.service ?? null, counterId: counter.id },
        ...{ seconds: null, detail: 'counter' },
      },
    ],
  })
}

/** A member of staff goes to another counter that has asked. */
export function comeTo(state: QueueState, counterId: number): Decision {
  const other = state.counters.find(({ id }) => id === counterId)
  return other?.callsForHelp ? callColleague(state, other, false) : refuse('helped-already')
}

/** A member of staff sees to somebody who asks for help while they wait. */
export function seeTo({ tickets }: QueueState, counter: Counter, ticketId: number): Decision {
  const ticket = tickets.find(({ id }) => id === ticketId)
  if (!ticket?.asksForHelp) return refuse('helped-already')
  return change({
    tickets: [{ id: ticketId, set: { asksForHelp: false } }],
    events: [eventOf('helped', ticket, counter)],
  })
}
