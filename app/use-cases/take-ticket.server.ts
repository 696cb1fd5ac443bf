import type { Tx } from '#db/engine.ts'
import { findTicketByKey } from '#db/queries/tickets.ts'
import { arrive, type Arrival } from '#app/domain/queue/actions/arrive.ts'
import type { Visitor } from '#app/server/visitor.ts'
import { changeQueue, ticketSecret } from './change-queue.server.ts'
import { countWithin, type TooMany } from './count-within.server.ts'
import { queueKnowledge } from './queue-outlook.server.ts'
import { keepPrediction } from './queue-waits.server.ts'
import { queueOpening } from './queue-state.server.ts'
import type { Portal } from './portal.server.ts'

/** What somebody who came without an appointment says. `key`: made for the form, so that a double click is one ticket. */
export type WantedTicket = Omit<Arrival, 'day' | 'appointment'> & { key: string }

/** A ticket that was given: its row, and the secret of its link. */
export type GivenTicket = { ok: true; ticketId: number; secret: string }

/**
 * Gives somebody who came without an appointment a ticket. Done twice with the same key it answers the same.
 * @param visitor who takes it: new tickets are counted by address; without one – at a counter – nothing is
 * @param alsoInTheWrite what is to be written with a new ticket, or not at all
 */
export async function takeTicket(
  portal: Portal,
  { key, ...wanted }: WantedTicket,
  {
    visitor,
    alsoInTheWrite,
  }: { visitor?: Visitor; alsoInTheWrite?: (tx: Tx, ticketId: number) => Promise<void> } = {},
): Promise<GivenTicket | TooMany | { ok: false; reason: 'closed' | 'unknown-office' }> {
  const { officeId } = wanted
  if (!portal.catalogue.offices.has(officeId)) return { ok: false, reason: 'unknown-office' }
  const knowledge = await queueKnowledge(portal, officeId)
  return changeQueue(portal, officeId, async (queue) => {
    const before = await findTicketByKey(queue.tx, portal.engine.tables, key)
    const secret = ticketSecret(portal, key)
    if (before) return { ok: true, ticketId: before.id, secret } as const
    if (!queueOpening(portal, officeId).isOpen) return { ok: false, reason: 'closed' } as const
    if (visitor) {
      const counted = await countWithin(queue.tx, portal, { limit: 'tickets', visitor })
      if (!counted.ok) return counted
    }
    const decision = arrive(queue, { ...wanted, day: queue.day, appointment: null })
    if (!decision.ok) throw new Error(`An arrival was refused: ${decision.reason}`)
    const { added } = await queue.save(decision, [key])
    const ticketId = added[0] ?? 0
    await keepPrediction(queue, portal, { ticketId, knowledge })
    await alsoInTheWrite?.(queue.tx, ticketId)
    return { ok: true, ticketId, secret } as const
  })
}
