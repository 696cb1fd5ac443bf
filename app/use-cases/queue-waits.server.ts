import { insertPrediction } from '#db/queries/told-waits.ts'
import { estimateWait, estimateWaitOf } from '#app/domain/queue/estimate-waits.ts'
import { findTicketById } from '#db/queries/tickets.ts'
import type { QueueService } from '#app/domain/queue/ticket.ts'
import type { WaitRange } from '#app/domain/queue/wait-range.ts'
import type { OpenQueue } from './change-queue.server.ts'
import { withOutlook, type QueueKnowledge } from './queue-outlook.server.ts'
import { queueOpening, queueState } from './queue-state.server.ts'
import type { Portal } from './portal.server.ts'

/** An office's queue as somebody sees it who thinks of coming. */
export type QueueWait = {
  isOpen: boolean
  /** How many wait. */
  waiting: number
  /** Null when it cannot be said: nobody serves it now. */
  wait: WaitRange | null
}

/** How long somebody would wait at an office who came now for a service. */
export async function queueWait(
  portal: Portal,
  { officeId, service }: { officeId: string; service: QueueService },
): Promise<QueueWait> {
  const state = await queueState(portal.engine.read, portal, officeId)
  const { isOpen } = queueOpening(portal, officeId)
  return {
    isOpen,
    waiting: state.tickets.filter(({ status }) => status === 'waiting').length,
    wait: isOpen ? estimateWait(state, service) : null,
  }
}

/** Keeps how long somebody is likely to wait who has just come, inside the write that gives them their ticket. */
export async function keepPrediction(
  { tx, day, ...state }: OpenQueue,
  { engine: { tables } }: Portal,
  { ticketId, knowledge }: { ticketId: number; knowledge: QueueKnowledge },
): Promise<void> {
  const ticket = await findTicketById(tx, tables, ticketId)
  if (!ticket) return
  const withTicket = { ...state, tickets: [...state.tickets, ticket] }
  const wait = estimateWaitOf(withOutlook(withTicket, knowledge), ticketId)
  if (!wait) return
  await insertPrediction(tx, tables, { ticketId, officeId: ticket.officeId, day, givenAt: state.now, wait })
}
