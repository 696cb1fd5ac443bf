import { arrive } from './actions/arrive.ts'
import type { QueueState } from './decision.ts'
import { canServe } from './queue-order.ts'
import type { QueueService, Ticket } from './ticket.ts'
import { waitRangeOf } from './waits/minute-range.ts'
import { simulateWaits } from './waits/simulate-waits.ts'
import { plainOutlook } from './waits/wait-outlook.ts'
import type { WaitRange } from './wait-range.ts'

/** A short queue is played through so many times, a long one less often: there the single case counts for less. */
const MOST_RUNS = 100
const LEAST_RUNS = 16
/** Each call looks at everybody who waits: so many looks in all. */
const LOOKS = 1_000_000

/** How long each of those who wait has yet to wait, by the id of the ticket; null when no counter has what they came for. */
export function estimateWaits(state: QueueState): QueueWaits['ofTickets'] {
  return estimateAllWaits(state, []).ofTickets
}

/** What is told of an office's waits: of those who wait, by the id of the ticket, and of who would come now. */
export type QueueWaits = {
  ofTickets: ReadonlyMap<number, WaitRange | null>
  ofNewcomers: ReadonlyMap<QueueService, WaitRange | null>
}

/** All that is told of an office's waits, in one play. */
export function estimateAllWaits(state: QueueState, services: readonly QueueService[]): QueueWaits {
  const newcomers = services.map((service, index) => ticketOfNewcomer(state, service, -1 - index))
  const waits = waitsOfAll(state, newcomers)
  const rangeOf = ({ id }: Ticket) => {
    const own = waits.get(id)
    return own ? waitRangeOf(own) : null
  }
  return {
    ofTickets: new Map(state.tickets.filter(isWaiting).map((ticket) => [ticket.id, rangeOf(ticket)])),
    ofNewcomers: new Map(newcomers.map((ticket) => [ticket.service, rangeOf(ticket)])),
  }
}

/** How long one of those who wait has yet to wait; null when no counter has what they came for. */
export function estimateWaitOf(state: QueueState, ticketId: number): WaitRange | null {
  const own = waitsOfAll(state).get(ticketId)
  return own ? waitRangeOf(own) : null
}

/** How long somebody would wait who came now; null when no counter has what they want. */
export function estimateWait(state: QueueState, service: QueueService): WaitRange | null {
  return estimateNewcomers(state, [service]).get(service) ?? null
}

/** How long each would wait who came now, by what they want; null when no counter has it. */
export function estimateNewcomers(
  state: QueueState,
  services: readonly QueueService[],
): QueueWaits['ofNewcomers'] {
  return estimateAllWaits(state, services).ofNewcomers
}

/**
 * The waits of all whom a counter has something for, in each of the plays.
 * @param asking those who are not here but ask; they are in nobody's way, not in one another's either
 */
function waitsOfAll(state: QueueState, asking: readonly Ticket[] = []): Map<number, Float64Array> {
  const outlook = state.outlook ?? plainOutlook(state)
  const tickets = [...state.tickets, ...asking].filter(
    (ticket) => isWaiting(ticket) && hasCounter(state, ticket),
  )
  const runs = Math.min(MOST_RUNS, Math.max(LEAST_RUNS, Math.round(LOOKS / Math.max(1, tickets.length ** 2))))
  // The same draws all day: what is told does not jump without a reason.
  const key = `waits ${state.counters[0]?.officeId}`
  const waits = simulateWaits(state, outlook, { tickets, runs, key })
  return new Map(
    tickets.flatMap(({ id }, index) => {
      const own = waits[index]
      return own ? [[id, own] as const] : []
    }),
  )
}

/** Who is parked without a moment waits for staff, not for a turn. */
function isWaiting({ status, notBefore }: Ticket): boolean {
  return status === 'waiting' || (status === 'parked' && notBefore !== null)
}

function hasCounter({ counters }: QueueState, ticket: Ticket): boolean {
  return counters.some((counter) => counter.status !== 'closed' && canServe(counter, ticket))
}

/** Somebody who has just come, last in line. */
function ticketOfNewcomer(state: QueueState, service: QueueService, id: number): Ticket {
  const decision = arrive(state, {
    ...{ officeId: '', day: '', service, language: 'nb', needs: [], people: 1, appointment: null },
  })
  const [added] = decision.ok ? decision.added : []
  if (!added) throw new Error('Whoever comes gets a ticket')
  return { ...added, id, number: Number.MAX_SAFE_INTEGER, revision: 1 }
}
