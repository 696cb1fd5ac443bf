import type { Reader } from '#db/engine.ts'
import { insertQueueAction, lastQueueAction, markUndone } from '#db/queries/queue-actions.ts'
import {
  countOvertaken,
  deleteTickets,
  findTicketById,
  ticketsByIds,
  updateTicket,
} from '#db/queries/tickets.ts'
import { change, type ActionRefusal, type Decision, type QueueState } from '#app/domain/queue/decision.ts'
import { isCounterAction, whatWasDone, type Done } from '#app/domain/queue/last-action.ts'
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
 * @param alsoTicketId somebody whose visit is over, whom the rule is to know of
 */
export async function actAtCounter(
  portal: Portal,
  { member, scope }: Acting,
  { officeId, counterId, kind, alsoTicketId }: At & { kind: string; alsoTicketId?: number | undefined },
  decide: (state: QueueState, counter: Counter) => Decision,
): Promise<ActionAnswer> {
  const office = portal.catalogue.offices.get(officeId)
  if (!office || !isWithin(scope, office)) return { ok: false, reason: 'unknown-counter' }
  return changeQueue(portal, officeId, async (queue) => {
    const counter = queue.counters.find(({ id }) => id === counterId)
    if (!counter) return { ok: false, reason: 'unknown-counter' } as const
    const tickets = await withEnded(queue, portal, { officeId, alsoTicketId })
    const decision = decide({ ...queue, tickets }, counter)
    if (!decision.ok) return decision
    const { added, revisions } = await queue.save(decision)
    const before = [...revisions].flatMap(([id, revision]) => {
      const ticket = tickets.find((one) => one.id === id)
      return ticket ? [{ ticket, revision }] : []
    })
    const changed = [...before.map(({ ticket }) => ticket.id), ...added]
    // The state of a counter is not undone but changed back, also where people waited for whoever was there.
    if (changed.length === 0 || !isCounterAction(kind)) return { ok: true, tickets: changed } as const
    await insertQueueAction(queue.tx, portal.engine.tables, {
      ...{ officeId, day: queue.day, counterId, staffId: member.id, at: queue.now, kind, before, added },
      overtaken: decision.overtaken,
    })
    return { ok: true, tickets: changed } as const
  })
}

/** Those who are still to be helped, and one of today whose visit is over. */
async function withEnded(
  { tx, tickets, day }: OpenQueue,
  { engine: { tables } }: Portal,
  { officeId, alsoTicketId }: { officeId: string; alsoTicketId: number | undefined },
): Promise<readonly Ticket[]> {
  if (alsoTicketId === undefined || tickets.some(({ id }) => id === alsoTicketId)) return tickets
  const found = await findTicketById(tx, tables, alsoTicketId)
  if (found?.officeId !== officeId || found.day !== day) return tickets
  const { idempotencyKey: _key, ...ended } = found
  return [...tickets, ended]
}

/**
 * Undoes the last that somebody did at a counter, unless one of its tickets has been acted on since. What a colleague
 * did there before is theirs to undo.
 * @param actionId the action that they saw: pressed twice, no other is undone
 */
export async function undoAtCounter(
  portal: Portal,
  { member, scope }: Acting,
  { officeId, counterId, actionId }: At & { actionId?: number | undefined },
): Promise<{ ok: true; undone: Done | null; tickets: number[] } | { ok: false; reason: ActionRefusal }> {
  const office = portal.catalogue.offices.get(officeId)
  if (!office || !isWithin(scope, office)) return { ok: false, reason: 'unknown-counter' }
  const { tables } = portal.engine
  return changeQueue(portal, officeId, async (queue) => {
    const counter = queue.counters.find(({ id }) => id === counterId)
    if (counter?.status === 'closed') return { ok: false, reason: 'counter-closed' } as const
    if (counter && counter.staffId !== null && counter.staffId !== member.id)
      return { ok: false, reason: 'counter-taken' } as const
    const action = await lastQueueAction(queue.tx, tables, { counterId, day: queue.day })
    const isMeant = action?.staffId === member.id && (actionId === undefined || action.id === actionId)
    if (!isMeant || !(await isUntouched(queue.tx, portal, action)))
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
    // Nobody was overtaken by a call that did not happen.
    await countOvertaken(queue.tx, tables, action.overtaken ?? [], -1)
    const added = await ticketsByIds(queue.tx, tables, action.added)
    await deleteTickets(queue.tx, tables, action.added)
    await markUndone(queue.tx, tables, action.id)
    const before = action.before.map(({ ticket }) => ticket)
    return {
      ...{ ok: true, undone: whatWasDone(action.kind, before, added) },
      tickets: before.map(({ id }) => id),
    } as const
  })
}

/** Whether all tickets of an action still are as the action left them. */
export async function isUntouched(
  tx: Reader,
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
  // How often they were overtaken since then has happened.
  const { id, revision: _revision, overtaken: _overtaken, ...columns } = ticket
  await updateTicket(tx, tables, id, columns)
}
