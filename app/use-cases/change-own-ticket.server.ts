import { findTicketBySecretHash } from '#db/queries/tickets.ts'
import { askForHelp } from '#app/domain/queue/actions/ask-for-help.ts'
import { comeBack, leave } from '#app/domain/queue/actions/leave.ts'
import { sayLate } from '#app/domain/queue/actions/say-late.ts'
import type { ActionRefusal, QueueState } from '#app/domain/queue/decision.ts'
import type { HelpNeed, Ticket } from '#app/domain/queue/ticket.ts'
import { changeQueue } from './change-queue.server.ts'
import { findTicket } from './find-ticket.server.ts'
import type { Portal } from './portal.server.ts'

/** What somebody does with their own ticket. `said`: how often they had said that they are late. */
export type OwnAction =
  { then: 'late'; said: number } | { then: 'leave' } | { then: 'back' } | { then: 'help'; needs: HelpNeed[] }

export type OwnAnswer =
  { ok: true } | { ok: false; reason: 'unknown-ticket' | 'over' | 'late-enough' | ActionRefusal }

/** Does something with the ticket of a personal link. Done twice it is done once. */
export async function changeOwnTicket(portal: Portal, secret: string, action: OwnAction): Promise<OwnAnswer> {
  const { engine, links } = portal
  const known = await findTicket(portal, secret)
  if (!known) return { ok: false, reason: 'unknown-ticket' }
  return changeQueue<OwnAnswer>(portal, known.officeId, async (queue) => {
    const ticket = await findTicketBySecretHash(queue.tx, engine.tables, links.hashOf(secret))
    if (!ticket) return { ok: false, reason: 'unknown-ticket' }
    // The rules and the numbers of today are not those of its day.
    if (ticket.day !== queue.day) return { ok: false, reason: 'over' }
    const decision = decide(queue, ticket, action)
    if (!decision.ok) return decision
    if (decision.tickets.length > 0) await queue.save(decision)
    return { ok: true }
  })
}

function decide(queue: QueueState, ticket: Ticket, action: OwnAction) {
  switch (action.then) {
    case 'late':
      return sayLate(queue, ticket, action.said)
    case 'leave':
      return leave(queue, ticket)
    case 'back':
      return comeBack(queue, ticket)
    case 'help':
      return askForHelp(ticket, action.needs)
    default:
      return action satisfies never
  }
}
