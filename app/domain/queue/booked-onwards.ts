import type { Ticket } from './ticket.ts'

/** Longer ago they have gone, or have booked. */
const ONWARDS_SECONDS = 15 * 60

/**
 * Whom a counter books the next appointment for: the last that it was done with, when that is how their visit ended. It
 * stays while the next is called and served, until they are done with too, for some minutes.
 */
export function bookedOnwards<
  Some extends Pick<Ticket, 'id' | 'status' | 'counterId' | 'endedAt' | 'outcome'>,
>(tickets: readonly Some[], { counterId, now }: { counterId: number; now: number }): Some | null {
  const [last] = tickets
    .filter((ticket) => ticket.status === 'finished' && ticket.counterId === counterId)
    .sort((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0) || b.id - a.id)
  if (last?.outcome !== 'needs-appointment') return null
  return now - (last.endedAt ?? 0) <= ONWARDS_SECONDS ? last : null
}
