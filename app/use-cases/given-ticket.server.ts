import type { Reader } from '#db/engine.ts'
import { findTicketById, findTicketBySecretHash } from '#db/queries/tickets.ts'
import { estimateWaits } from '#app/domain/queue/estimate-waits.ts'
import { ticketLabel, type Ticket } from '#app/domain/queue/ticket.ts'
import type { WaitRange } from '#app/domain/queue/wait-range.ts'
import { queueState } from './queue-state.server.ts'
import type { Portal } from './portal.server.ts'

/** A ticket as it is handed over, and how long it has yet to wait; null when that cannot be said. */
export type HandedTicket = { ticket: Ticket; label: string; wait: WaitRange | null }

/** The ticket of a link; null for a link that opens none. */
export async function ticketOfSecret(portal: Portal, secret: string): Promise<HandedTicket | null> {
  const { engine, links } = portal
  return withWait(portal, await findTicketBySecretHash(engine.read, engine.tables, links.hashOf(secret)))
}

/** The ticket of a row; null when there is none, or at another office than `officeId`. */
export async function ticketOfOffice(
  portal: Portal,
  { officeId, id }: { officeId: string; id: number },
): Promise<HandedTicket | null> {
  const { engine } = portal
  const ticket = await findTicketById(engine.read, engine.tables, id)
  return withWait(portal, ticket?.officeId === officeId ? ticket : null)
}

async function withWait(portal: Portal, ticket: Ticket | null): Promise<HandedTicket | null> {
  if (!ticket) return null
  const reader: Reader = portal.engine.read
  const waits = estimateWaits(await queueState(reader, portal, ticket.officeId))
  return { ticket, label: ticketLabel(ticket), wait: waits.get(ticket.id) ?? null }
}
