import { findQueueDay } from '#db/queries/queue-days.ts'
import { ticketsByIds } from '#db/queries/tickets.ts'
import type { QueueState } from '#app/domain/queue/decision.ts'
import { displayFacts, openServices, type DisplayFacts } from '#app/domain/queue/display-facts.ts'
import { estimateAllWaits, type QueueWaits } from '#app/domain/queue/estimate-waits.ts'
import { queuePlaces, type QueuePlace } from '#app/domain/queue/queue-places.ts'
import { ticketFacts, type TicketFacts } from '#app/domain/queue/ticket-facts.ts'
import type { Ticket } from '#app/domain/queue/ticket.ts'
import { queueOpening, queueState } from './queue-state.server.ts'
import { todayOf, type Portal } from './portal.server.ts'

/** The queue of an office as it is at one moment: everybody who looks at it is shown a part of the same picture. */
export type QueuePicture = {
  officeId: string
  /** YYYY-MM-DD */
  day: string
  /** Grows with each change on a day; 0 before anybody came. The picture may hold more than its version, never less. */
  version: number
  state: QueueState
  places: ReadonlyMap<number, QueuePlace>
  waits: KeptWaits
  /** A delay that staff have announced; 0 for none. */
  delayMinutes: number
  opening: ReturnType<typeof queueOpening>
  /** Those who were asked for and are no longer to be helped. */
  ended: ReadonlyMap<number, Ticket>
}

/** `at`: of when they are, in epoch seconds. */
type KeptWaits = QueueWaits & { at: number }

/**
 * Waits are worked out by playing the next hours through, which takes some 40 ms with 300 in a queue (measured): places
 * are told at once, waits as they were a moment ago. Whoever has just come is in none that is older.
 */
const KEEP_WAITS_SECONDS = 2
const waitsOfOffices = new WeakMap<Portal, Map<string, KeptWaits>>()

function waitsOf(portal: Portal, officeId: string, state: QueueState): KeptWaits {
  const offices = waitsOfOffices.get(portal) ?? new Map<string, KeptWaits>()
  waitsOfOffices.set(portal, offices)
  const kept = offices.get(officeId)
  const isFresh =
    kept &&
    Math.abs(state.now - kept.at) < KEEP_WAITS_SECONDS &&
    state.tickets.every(({ id, status }) => status !== 'waiting' || kept.ofTickets.has(id))
  if (isFresh) return kept
  const waits = { ...estimateAllWaits(state, openServices(state)), at: state.now }
  offices.set(officeId, waits)
  return waits
}

/** @param asked the ids of tickets that must be in the picture, also when their visit is over */
export async function readQueuePicture(
  portal: Portal,
  officeId: string,
  asked: Iterable<number> = [],
): Promise<QueuePicture> {
  const { read, tables } = portal.engine
  const day = todayOf(portal.clock).toString()
  // First of all: what is read after it is at least as new.
  const row = await findQueueDay(read, tables, { officeId, day })
  const state = await queueState(read, portal, officeId)
  const open = new Set(state.tickets.map(({ id }) => id))
  const waits = waitsOf(portal, officeId, state)
  const missing = [...new Set(asked)].filter((id) => !open.has(id))
  return {
    ...{ officeId, day, version: row?.version ?? 0, state, delayMinutes: row?.delayMinutes ?? 0 },
    ...{ waits, places: queuePlaces(state, waits.ofTickets) },
    opening: queueOpening(portal, officeId),
    ended: new Map((await ticketsByIds(read, tables, missing)).map((ticket) => [ticket.id, ticket])),
  }
}

/** The version that an office's queue has now. */
export async function queueVersion(
  { engine: { read, tables }, clock }: Portal,
  officeId: string,
): Promise<number> {
  const row = await findQueueDay(read, tables, { officeId, day: todayOf(clock).toString() })
  return row?.version ?? 0
}

/** What whoever holds a ticket is told; null for one that the picture does not have. */
export function ticketIn(picture: QueuePicture, ticketId: number): TicketFacts | null {
  const { state, ended, day, places } = picture
  const ticket = state.tickets.find(({ id }) => id === ticketId) ?? ended.get(ticketId)
  return ticket ? ticketFacts(state, ticket, { today: day, places }) : null
}

/** What everybody in the room may see. */
export function displayOf({ state, waits }: QueuePicture): DisplayFacts {
  return displayFacts(state, waits.ofNewcomers)
}
