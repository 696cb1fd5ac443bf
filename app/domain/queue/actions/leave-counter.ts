import { change, refuse, ticketAt, type Decision, type QueueState } from '../decision.ts'
import type { QueueEventKind } from '../queue-event.ts'
import type { Counter, Ticket } from '../ticket.ts'
import { eventOf } from './serve.ts'

/** What a ticket is like again when nobody has it: it has been at a counter and is not to wait all over again. */
export const AT_NO_COUNTER = {
  ...{ counterId: null, calls: 0, calledAt: null, startedAt: null, isBack: true, asksForHelp: false },
} as const satisfies Partial<Ticket>

/** The one at a counter goes away from it and is not finished: parked, or sent on to others. */
export function leaveCounter(
  { tickets, now }: QueueState,
  counter: Counter,
  { kind, detail, set }: { kind: QueueEventKind; detail: string; set: Partial<Ticket> },
): Decision {
  const ticket = ticketAt(tickets, counter.id)
  if (!ticket) return refuse('nobody-here')
  const seconds = ticket.startedAt === null ? null : now - ticket.startedAt
  return change({
    tickets: [{ id: ticket.id, set: { ...AT_NO_COUNTER, ...set } }],
    events: [{ ...eventOf(kind, ticket, counter), seconds, detail }],
  })
}
