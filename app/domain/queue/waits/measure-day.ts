import type { QueueEvent } from '../queue-event.ts'
import { QUEUE_SERVICES, type QueueService, type Ticket } from '../ticket.ts'

/** What is needed of an event to measure by it. */
export type MeasuredEvent = Pick<
  QueueEvent,
  'at' | 'kind' | 'ticketId' | 'service' | 'counterId' | 'seconds' | 'detail'
>

/** A case that was served from its call to its end. `hour`: that of the call, since midnight. */
export type MeasuredCase = {
  service: QueueService
  hour: number
  seconds: number
  people: number
  at: number
}

/** What the events of an office's day tell about how long things take. */
export type MeasuredDay = {
  cases: MeasuredCase[]
  /** Seconds from an end until the counter called the next, where somebody was waiting already. */
  changeovers: number[]
  /** Seconds that a counter waited for somebody who did not come. */
  noShows: number[]
  calls: number
  /** Of the calls: those who went first because they need help. */
  helped: number
  /** Who came without an appointment, by hour. */
  walkIns: { hour: number }[]
  left: number
  /** Lengths of the counters' pauses, and for how long they were open. */
  pauses: number[]
  openSeconds: number
  /** When each counter that has nobody was left by the last. */
  freeSince: Map<number, number>
}

/** Longer than this nobody is at a counter: somebody forgot to finish. */
const LONGEST_CASE = 3 * 3600
/** Longer than this the counter did something else before it called the next. */
const LONGEST_CHANGEOVER = 15 * 60
const LONGEST_PAUSE = 2 * 3600
const LONGEST_OPEN = 12 * 3600

/** Where each counter is while the events are read. */
type Desk = {
  call: { ticketId: number | null; service: QueueService; at: number } | null
  freeSince: number | null
  openSince: number | null
  pausedSince: number | null
}

/**
 * Measures a day by its events, in their order. Times are from the call to the end, as counters are taken for so long.
 * @param midnight when the day began, in epoch seconds
 * @param peopleOf how many came with a ticket, where that is still known
 */
export function measureDay(
  events: readonly MeasuredEvent[],
  { midnight, peopleOf }: { midnight: number; peopleOf: ReadonlyMap<number, Pick<Ticket, 'people'>> },
): MeasuredDay {
  const day: MeasuredDay = {
    ...{ cases: [], changeovers: [], noShows: [], calls: 0, helped: 0, walkIns: [], left: 0, pauses: [] },
    ...{ openSeconds: 0, freeSince: new Map() },
  }
  const desks = new Map<number, Desk>()
  const mixed = new Set<number>()
  const caseOf = new Map<number, MeasuredCase>()
  const hourOf = (at: number) => Math.floor((at - midnight) / 3600)

  function deskOf(counterId: number): Desk {
    const desk = desks.get(counterId) ?? {
      ...{ call: null, freeSince: null, openSince: null, pausedSince: null },
    }
    desks.set(counterId, desk)
    return desk
  }

  function called(desk: Desk, { at, ticketId, service, seconds, detail }: MeasuredEvent): void {
    day.calls += 1
    if (detail === 'needs-help') day.helped += 1
    const idle = desk.freeSince === null ? null : at - desk.freeSince
    if (idle !== null && idle <= LONGEST_CHANGEOVER && (seconds ?? 0) >= idle) day.changeovers.push(idle)
    desk.call = { ticketId, service: serviceNamed(service), at }
    desk.freeSince = null
  }

  function ended(desk: Desk, { at, kind, ticketId }: MeasuredEvent): void {
    const { call } = desk
    desk.freeSince = at
    desk.call = null
    if (!call || call.ticketId !== ticketId || at - call.at > LONGEST_CASE) return
    const seconds = Math.max(1, at - call.at)
    if (kind === 'no-show') day.noShows.push(seconds)
    // Two errands in one visit tell nothing of either.
    if (kind !== 'finished' || (ticketId !== null && mixed.has(ticketId))) return
    const people = (ticketId === null ? null : peopleOf.get(ticketId)?.people) ?? 1
    const measured = { service: call.service, hour: hourOf(call.at), seconds, people, at }
    if (ticketId !== null) caseOf.set(ticketId, measured)
    day.cases.push(measured)
  }

  function counterIs(desk: Desk, { at, kind }: MeasuredEvent): void {
    // One that nobody closed was open until nobody knows when.
    if (desk.openSince !== null && at - desk.openSince < LONGEST_OPEN) day.openSeconds += at - desk.openSince
    if (desk.pausedSince !== null && kind === 'counter-opened')
      day.pauses.push(Math.min(LONGEST_PAUSE, at - desk.pausedSince))
    desk.openSince = kind === 'counter-opened' ? at : null
    desk.pausedSince = kind === 'counter-paused' ? at : null
    // Who comes after a pause says nothing of how long a change takes.
    if (desk.freeSince !== null && kind !== 'counter-opened') desk.freeSince = null
  }

  /** What was done with a ticket did not happen: neither did its end, nor is anybody known to be there. */
  function undone(desk: Desk, ticketId: number | null): void {
    const measured = ticketId === null ? undefined : caseOf.get(ticketId)
    day.cases = day.cases.filter((one) => one !== measured)
    desk.freeSince = null
    if (desk.call?.ticketId === ticketId) desk.call = null
  }

  for (const event of events) {
    const { kind, at, ticketId } = event
    if (kind === 'arrived' && event.detail === 'walk-in') day.walkIns.push({ hour: hourOf(at) })
    if (kind === 'left') day.left += 1
    if (kind === 'service-added' && ticketId !== null) mixed.add(ticketId)
    if (event.counterId === null) continue
    const desk = deskOf(event.counterId)
    if (kind === 'called') called(desk, event)
    else if (kind === 'undone') undone(desk, ticketId)
    else if (ENDS.has(kind)) ended(desk, event)
    else if (OF_COUNTER.has(kind)) counterIs(desk, event)
  }
  for (const [id, { freeSince, call }] of desks) {
    if (freeSince !== null && call === null) day.freeSince.set(id, freeSince)
  }
  return day
}

/** After these a counter has nobody. */
const ENDS = new Set(['finished', 'no-show', 'parked', 'transferred', 'closed'])
const OF_COUNTER = new Set(['counter-opened', 'counter-paused', 'counter-closed'])

function serviceNamed(name: string | null): QueueService {
  return QUEUE_SERVICES.find((service) => service === name) ?? 'other'
}
