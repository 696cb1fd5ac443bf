import { findTicketById, findTicketBySecretHash } from '#db/queries/tickets.ts'
import { estimateWaits } from '#app/domain/queue/estimate-waits.ts'
import { ticketLabel, type Ticket } from '#app/domain/queue/ticket.ts'
import type { WaitRange } from '#app/domain/queue/wait-range.ts'
import { ticketSecret } from './change-queue.server.ts'
import { queueState } from './queue-state.server.ts'
import type { Portal } from './portal.server.ts'

/** A ticket as it is handed over, with the secret of its link; `wait` is null when it cannot be said. */
export type HandedTicket = { ticket: Ticket; label: string; secret: string; wait: WaitRange | null }

/** The ticket of a link; null for a link that opens none. */
export async function ticketOfSecret(portal: Portal, secret: string): Promise<HandedTicket | null> {
  const { engine, links } = portal
  const ticket = await findTicketBySecretHash(engine.read, engine.tables, links.hashOf(secret))
  return ticket && withWait(portal, ticket, secret)
}

/** The ticket of a row; null when there is none, or at another office than `officeId`. */
export async function ticketOfOffice(
  portal: Portal,
  { officeId, id }: { officeId: string; id: number },
): Promise<HandedTicket | null> {
  const { engine } = portal
  const ticket = await findTicketById(engine.read, engine.tables, id)
  if (ticket?.officeId !== officeId) return null
  return withWait(portal, ticket, ticketSecret(portal, ticket.idempotencyKey))
}

async function withWait(portal: Portal, ticket: Ticket, secret: string): Promise<HandedTicket> {
  const waits = estimateWaits(await queueState(portal.engine.read, portal, ticket.officeId))
  return { ticket, label: ticketLabel(ticket), secret, wait: waits.get(ticket.id) ?? null }
}
