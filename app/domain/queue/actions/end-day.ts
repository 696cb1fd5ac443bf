import { change, type Decision, type QueueState } from '../decision.ts'
import { isOpen } from '../ticket.ts'

/** Why a ticket or a counter was closed that nobody closed: the day was over. */
const DAY_OVER = 'day-over'

/**
 * The day is over: whoever is still in its queue is closed with that as the reason, and so are counters that nobody
 * closed.
 */
export function endDay({
  tickets,
  counters,
  now,
}: Pick<QueueState, 'tickets' | 'counters' | 'now'>): Decision {
  const left = tickets.filter(isOpen)
  const open = counters.filter(({ status }) => status !== 'closed')
  return change({
    tickets: left.map(({ id }) => ({ id, set: { status: 'closed', endedAt: now } })),
    counters: open.map(({ id }) => ({
      id,
      set: { status: 'closed', services: [], staffId: null, since: now, callsForHelp: false },
    })),
    events: [
      ...left.map(({ id, service, counterId }) => {
        return { kind: 'closed', ticketId: id, service, counterId, seconds: null, detail: DAY_OVER } as const
      }),
      ...open.map(({ id }) => {
        const what = { kind: 'counter-closed', ticketId: null, service: null } as const
        return { ...what, counterId: id, seconds: null, detail: DAY_OVER }
      }),
    ],
  })
}
