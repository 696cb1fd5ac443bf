import { change, refuse, ticketAt, type Decision, type QueueState } from '../decision.ts'
import type { Counter, QueueService } from '../ticket.ts'
import { AT_NO_COUNTER } from './leave-counter.ts'
import { eventOf } from './serve.ts'

/** Gives so many of those at the counter a ticket of their own: they go on waiting, the others stay. */
export function split({ tickets }: QueueState, counter: Counter, people: number): Decision {
  const ticket = ticketAt(tickets, counter.id)
  if (!ticket) return refuse('nobody-here')
  if (people < 1 || people >= ticket.people) return refuse('too-few-people')
  const { id, number: _number, revision: _revision, ...visit } = ticket
  return change({
    tickets: [{ id, set: { people: ticket.people - people } }],
    added: [
      {
        ...visit,
        ...AT_NO_COUNTER,
        ...{ people, status: 'waiting', splitFromId: id, overtaken: 0, late: 0, asksForHelp: false },
        ...{ notBefore: null, forCounterId: null, forStaffId: null },
      },
    ],
    events: [eventOf('split', ticket, counter)],
  })
}

/** They are here for something else too, in the same visit. */
export function addService({ tickets }: QueueState, counter: Counter, service: QueueService): Decision {
  const ticket = ticketAt(tickets, counter.id)
  if (!ticket) return refuse('nobody-here')
  if ([ticket.service, ...ticket.alsoServices].includes(service)) return refuse('has-service')
  return change({
    tickets: [{ id: ticket.id, set: { alsoServices: [...ticket.alsoServices, service] } }],
    events: [{ ...eventOf('service-added', ticket, counter), service }],
  })
}

/** Words from staff to staff about this visit; null takes them away. They are no event: events hold no words. */
export function writeNote({ tickets }: QueueState, counter: Counter, note: string | null): Decision {
  const ticket = ticketAt(tickets, counter.id)
  if (!ticket) return refuse('nobody-here')
  return change({ tickets: [{ id: ticket.id, set: { note } }] })
}
