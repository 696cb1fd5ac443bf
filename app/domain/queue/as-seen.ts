import { refuse, ticketAt, type Decision, type QueueState } from './decision.ts'
import type { Counter, Ticket } from './ticket.ts'

/** Who acts at a counter, and whom they saw there when they did; `anybody` where it is not about them. */
export type Seen = { staffId: number; ticket: Pick<Ticket, 'id' | 'revision'> | null | 'anybody' }

/**
 * Lets an action be what it was meant as: by the one who is at the counter, for the one whom they saw. A key that was
 * pressed twice, or a screen that is behind, changes nothing.
 */
export function asSeen(
  { staffId, ticket }: Seen,
  decide: (state: QueueState, counter: Counter) => Decision,
): (state: QueueState, counter: Counter) => Decision {
  return (state, counter) => {
    if (counter.status === 'closed') return refuse('counter-closed')
    if (counter.staffId !== staffId) return refuse('counter-taken')
    if (ticket === 'anybody') return decide(state, counter)
    const here = ticketAt(state.tickets, counter.id)
    const isSame = here?.id === ticket?.id && here?.revision === ticket?.revision
    return isSame ? decide(state, counter) : refuse('changed-meanwhile')
  }
}
