import { change, refuse, type Decision, type QueueState } from '../decision.ts'
import { isOpen, type Counter } from '../ticket.ts'
import { AT_NO_COUNTER } from './leave-counter.ts'
import { eventOf } from './serve.ts'

/** Lets somebody wait again who was not there when called, said that they leave, or was finished by mistake. */
export function takeUp({ tickets }: QueueState, counter: Counter, ticketId: number): Decision {
  const ticket = tickets.find(({ id }) => id === ticketId)
  if (!ticket || ticket.status === 'closed') return refuse('not-waiting')
  if (isOpen(ticket)) return refuse('is-waiting')
  return change({
    tickets: [
      {
        id: ticket.id,
        set: {
          ...AT_NO_COUNTER,
          ...{ status: 'waiting', notBefore: null, parkReason: null, endedAt: null, outcome: null },
        },
      },
    ],
    events: [{ ...eventOf('taken-up', ticket, counter), detail: ticket.status }],
  })
}
