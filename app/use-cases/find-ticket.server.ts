import { findTicketBySecretHash } from '#db/queries/tickets.ts'
import type { Ticket } from '#app/domain/queue/ticket.ts'
import type { Portal } from './portal.server.ts'

/** The ticket that a personal link opens, or null. */
export function findTicket({ engine, links }: Portal, secret: string): Promise<Ticket | null> {
  return findTicketBySecretHash(engine.read, engine.tables, links.hashOf(secret))
}
