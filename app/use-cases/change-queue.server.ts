import { randomUUID } from 'node:crypto'
import type { Tx } from '#db/engine.ts'
import { saveCounter } from '#db/queries/counters.ts'
import { touchQueueDay } from '#db/queries/queue-days.ts'
import { insertQueueEvents } from '#db/queries/queue-events.ts'
import { countOvertaken, insertTicket, updateTicket } from '#db/queries/tickets.ts'
import type { QueueChange, QueueState } from '#app/domain/queue/decision.ts'
import { epochSeconds } from '#app/domain/scheduling/appointment.ts'
import { queueToChange } from './queue-state.server.ts'
import { todayOf, type Portal } from './portal.server.ts'

/** What a change of the queue has made: the ids of the tickets that it added, the new revision of those it changed. */
export type SavedQueueChange = { added: number[]; revisions: Map<number, number> }

/** What a use case works with inside one write of an office's queue. */
export type OpenQueue = QueueState & {
  tx: Tx
  day: string
  /** Saves a decision; call it once at most. `keys`: idempotency keys of the tickets that it adds. */
  save(change: QueueChange, keys?: readonly string[]): Promise<SavedQueueChange>
}

/**
 * Changes the queue of an office: one change after the other, over all processes, so that two counters never take the
 * same person and the order is that of the rules (docs/decisions/016). Those who look at it are told afterwards.
 */
export async function changeQueue<Answer>(
  portal: Portal,
  officeId: string,
  decide: (queue: OpenQueue) => Promise<Answer>,
): Promise<Answer> {
  const { engine, queues } = portal
  const answer = await engine.write(
    async (tx) => {
      const day = todayOf(portal.clock).toString()
      const state = await queueToChange(tx, portal, officeId)
      const save = (change: QueueChange, keys: readonly string[] = []) =>
        saveChange(tx, portal, { ...{ officeId, day, state, change, keys } })
      return decide({ ...state, tx, day, save })
    },
    { inLine: `queue ${officeId}` },
  )
  queues.touched(officeId)
  return answer
}

async function saveChange(
  tx: Tx,
  { engine: { tables }, clock, links }: Portal,
  {
    officeId,
    day,
    state,
    change,
    keys,
  }: { officeId: string; day: string; state: QueueState; change: QueueChange; keys: readonly string[] },
): Promise<SavedQueueChange> {
  const now = clock.now()
  const { firstNumber } = await touchQueueDay(tx, tables, {
    ...{ officeId, day, numbers: change.added.length, nowMilliseconds: now.epochMilliseconds },
  })
  const revisions = new Map<number, number>()
  for (const { id, set } of change.tickets) revisions.set(id, await updateTicket(tx, tables, id, set))
  await countOvertaken(tx, tables, change.overtaken)
  const added: number[] = []
  for (const [index, ticket] of change.added.entries()) {
    const idempotencyKey = keys[index] ?? randomUUID()
    const secretHash = links.hashOf(links.secretOf(ticketKey(idempotencyKey)))
    const number = firstNumber + index
    const secret = { idempotencyKey, secretHash, keyId: links.keyId }
    added.push(await insertTicket(tx, tables, { ...ticket, ...secret, number }))
  }
  for (const { id, set } of change.counters) {
    const counter = state.counters.find((one) => one.id === id)
    if (!counter) throw new Error(`There is no counter ${id} at ${officeId}`)
    await saveCounter(tx, tables, { ...counter, ...set })
  }
  // An arrival is written before the id of its ticket is known.
  const events = change.events.map((event) =>
    event.kind === 'arrived' && event.ticketId === null ? { ...event, ticketId: added[0] ?? null } : event,
  )
  await insertQueueEvents(tx, tables, { officeId, day, at: epochSeconds(now), events })
  return { added, revisions }
}

/** The secret of a ticket's link is derived like that of an appointment, from a key that no appointment has. */
function ticketKey(idempotencyKey: string): string {
  return `ticket ${idempotencyKey}`
}

/** The secret of the link to a ticket. */
export function ticketSecret({ links }: Pick<Portal, 'links'>, idempotencyKey: string): string {
  return links.secretOf(ticketKey(idempotencyKey))
}
