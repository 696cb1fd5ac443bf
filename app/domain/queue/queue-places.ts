import type { QueueState } from './decision.ts'
import { queueOrder, type PlaceReason } from './queue-order.ts'
import type { QueueService } from './ticket.ts'
import type { WaitRange } from './wait-range.ts'

/** Where somebody stands, as they see it. `wait`: null when it cannot be said. */
export type QueuePlace = { number: number; reason: PlaceReason; wait: WaitRange | null }

/**
 * Where everybody stands who may be called now, by the id of the ticket. Counted are those in front whom the same
 * counters take: who wants what only one counter has is not behind those who wait for the others.
 */
export function queuePlaces(
  state: QueueState,
  waits: ReadonlyMap<number, WaitRange | null>,
): Map<number, QueuePlace> {
  const inFront = new Map<QueueService, number>()
  const rivals = new Map<QueueService, readonly QueueService[] | null>()
  const places = new Map<number, QueuePlace>()
  for (const { ticket, reason } of queueOrder(state.tickets, state.rules.order, state.now)) {
    const { id, service } = ticket
    if (!rivals.has(service)) rivals.set(service, rivalsOf(state, service))
    const counted = rivals.get(service) ?? [...inFront.keys()]
    const number = 1 + counted.reduce((sum, other) => sum + (inFront.get(other) ?? 0), 0)
    places.set(id, { number, reason, wait: waits.get(id) ?? null })
    inFront.set(service, (inFront.get(service) ?? 0) + 1)
  }
  return places
}

/** What the open counters that have a service have beside it; null – everything – while none has it. */
function rivalsOf({ counters }: QueueState, service: QueueService): readonly QueueService[] | null {
  const open = counters.filter(({ status, services }) => status === 'open' && services.includes(service))
  return open.length === 0 ? null : [...new Set(open.flatMap(({ services }) => services))]
}
