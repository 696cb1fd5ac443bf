import { nextStep } from './next-step.ts'
import type { Ticket } from './ticket.ts'

/** Longer ago they have gone, or have booked. */
const ONWARDS_SECONDS = 15 * 60

/**
 * Whom a counter helps on their way: the last that it was done with, when their visit did not solve it. It stays while the next is called and served, until they are done with too, for some minutes.
 */
export function bookedOnwards<
  Some extends Pick<Ticket, 'id' | 'status' | 'counterId' | 'endedAt' | 'outcome' | 'service'>,
>(tickets: readonly Some[], { counterId, now }: { counterId: number; now: number }): Some | null {
  const [last] = tickets
    .filter((ticket) => ticket.status === 'finished' && ticket.counterId === counterId)
    .sort((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0) || b.id - a.id)
  if (!last || nextStep(last) === null) return null
  return now - (last.endedAt ?? 0) <= ONWARDS_SECONDS ? last : null
}
