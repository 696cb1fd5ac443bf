import type { QueueState } from './decision.ts'
import { queueOrder } from './queue-order.ts'
import type { QueueService } from './ticket.ts'
import type { WaitRange } from './wait-range.ts'

/** Until waits are measured: a quarter less or more holds half of them, a half less or more four fifths. */
const HALF = 0.25
const MOST = 0.5

/** How long each of those who wait has yet to wait, by the id of the ticket; null when no counter is open for them. */
export function estimateWaits(state: QueueState): Map<number, WaitRange | null> {
  const order = queueOrder(state.tickets, state.rules.order, state.now)
  return new Map(
    order.map(({ ticket }, index) => [
      ticket.id,
      rangeAfter(state, {
        service: ticket.service,
        ahead: order.slice(0, index).map((place) => place.ticket),
      }),
    ]),
  )
}

/** How long somebody would wait who came now; null when no counter is open for what they want. */
export function estimateWait(state: QueueState, service: QueueService): WaitRange | null {
  const ahead = queueOrder(state.tickets, state.rules.order, state.now).map(({ ticket }) => ticket)
  return rangeAfter(state, { service, ahead })
}

function rangeAfter(
  { counters, rules }: QueueState,
  { service, ahead }: { service: QueueService; ahead: readonly { service: QueueService }[] },
): WaitRange | null {
  const open = counters.filter(({ status, services }) => status === 'open' && services.includes(service))
  if (open.length === 0) return null
  const served = ahead.filter((ticket) => open.some(({ services }) => services.includes(ticket.service)))
  const minutes = served.reduce((sum, ticket) => sum + rules.serviceMinutes[ticket.service], 0) / open.length
  const range = (share: number) => ({
    from: Math.floor(minutes * (1 - share)),
    to: Math.ceil(minutes * (1 + share)) + 1,
  })
  return { half: range(HALF), most: range(MOST) }
}
