import { isOpen, type Ticket } from './ticket.ts'

/**
 * The ticket that stands for an appointment's visit to an office on a day; null before they have come. A family that was
 * split has several: the visit is over when all of them are.
 */
export function visitTicket<Some extends Pick<Ticket, 'officeId' | 'day' | 'status'>>(
  tickets: readonly Some[],
  { officeId, day }: Pick<Ticket, 'officeId' | 'day'>,
): Some | null {
  const some = tickets.filter((ticket) => ticket.officeId === officeId && ticket.day === day)
  return some.find(isOpen) ?? some[0] ?? null
}
