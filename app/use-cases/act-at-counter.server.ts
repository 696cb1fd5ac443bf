import { insertQueueAction, lastQueueAction, markUndone } from '#db/queries/queue-actions.ts'
import { deleteTickets, findTicketById, updateTicket } from '#db/queries/tickets.ts'
import { change, type ActionRefusal, type Decision, type QueueState } from '#app/domain/queue/decision.ts'
import type { Counter, Ticket } from '#app/domain/queue/ticket.ts'
import { isWithin } from '#app/domain/identity/permission.ts'
import { changeQueue, type OpenQueue } from './change-queue.server.ts'
import type { Acting } from './office-day.server.ts'
import type { Portal } from './portal.server.ts'

/** `tickets`: the ids of those that were changed or added. */
export type ActionAnswer = { ok: true; tickets: number[] } | { ok: false; reason: ActionRefusal }

type At = { officeId: string; counterId: number }

/**
 * Does something at a counter for a member of staff: `decide` is a rule of app/domain/queue/actions. What it changes is
 * kept as it was, so that the last action can be undone. An office outside of the scope has no such counter.
 * @param kind a word for what was done, so that it can be said what is undone
 */
export async function actAtCounter(
  portal: Portal,
  { member, scope }: Acting,
  { officeId, counterId, kind }: At & { kind: string },
  decide: (state: QueueState, counter: Counter) => Decision,
): Promise<ActionAnswer> {
  const office = portal.catalogue.offices.get(officeId)
  if (!office || !isWithin(scope, office)) return { ok: false, reason: 'unknown-counter' }
  return changeQueue(portal, officeId, async (queue) => {
    const counter = queue.counters.find(({ id }) => id === counterId)
    if (!counter) return { ok: false, reason: 'unknown-counter' } as const
    const decision = decide(queue, counter)
    if (!decision.ok) return decision
    const { added, revisions } = await queue.save(decision)
    const before = [...revisions].flatMap(([id, revision]) => {
      const ticket = queue.tickets.find((one) => one.id === id)
      return ticket ? [{ ticket, revision }] : []
    })
    const tickets = [...before.map(({ ticket }) => ticket.id), ...added]
    // Nothing but a counter's own state has changed: that is done again, not undone.
    if (tickets.length === 0) return { ok: true, tickets } as const
    await insertQueueAction(queue.tx, portal.engine.tables, {
      ...{ officeId, day: queue.day, counterId, staffId: member.id, at: queue.now, kind, before, added },
    })
    return { ok: true, tickets } as const
  })
}

/** Undoes the last that was done at a counter, unless one of its tickets has been acted on since. */
export async function undoAtCounter(
  portal: Portal,
  { scope }: Acting,
  { officeId, counterId }: At,
): Promise<ActionAnswer> {
  const office = portal.catalogue.offices.get(officeId)
  if (!office || !isWithin(scope, office)) return { ok: false, reason: 'unknown-counter' }
  const { tables } = portal.engine
  return changeQueue(portal, officeId, async (queue) => {
    const action = await lastQueueAction(queue.tx, tables, { counterId, day: queue.day })
    if (!action || !(await isUntouched(queue, portal, action)))
      return { ok: false, reason: 'cannot-undo' } as const
    // One for each, so that figures leave out what was taken back.
    const undone = change({
      events: action.before.map(({ ticket }) => ({
        ...{ kind: 'undone', ticketId: ticket.id, service: ticket.service, counterId },
        ...{ seconds: null, detail: action.kind },
      })),
    })
    if (undone.ok) await queue.save(undone)
    for (const { ticket } of action.before) await restore(queue, portal, ticket)
    await deleteTickets(queue.tx, tables, action.added)
    await markUndone(queue.tx, tables, action.id)
    return { ok: true, tickets: action.before.map(({ ticket }) => ticket.id) } as const
  })
}

/** Whether all tickets of an action still are as the action left them. */
async function isUntouched(
  { tx }: OpenQueue,
  { engine: { tables } }: Portal,
  { before, added }: { before: { ticket: Ticket; revision: number }[]; added: number[] },
): Promise<boolean> {
  for (const { ticket, revision } of before) {
    if ((await findTicketById(tx, tables, ticket.id))?.revision !== revision) return false
  }
  for (const id of added) {
    if ((await findTicketById(tx, tables, id))?.revision !== 1) return false
  }
  return true
}

async function restore({ tx }: OpenQueue, { engine: { tables } }: Portal, ticket: Ticket): Promise<void> {
  const { id, revision: _revision, ...columns } = ticket
  await updateTicket(tx, tables, id, columns)
}
