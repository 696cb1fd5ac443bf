import { TICK_SECONDS } from '../time/tick.ts'
import { ticketAt, type QueueState } from './decision.ts'
import { waitsSince } from './queue-order.ts'
import type { QueueEvent } from './queue-event.ts'
import { QUEUE_SERVICES, ticketLabel, type Counter, type QueueService, type Ticket } from './ticket.ts'
import type { ComingAppointment } from './waits/wait-outlook.ts'

/** A counter as its manager sees it. Shares are of the time that it was open today. */
export type CounterOverview = Pick<Counter, 'id' | 'number' | 'status' | 'callsForHelp'> & {
  /** Minutes since it has its status. */
  minutes: number
  /** Who is there: the ticket, for what, called or served, and for how many minutes. */
  visit: { label: string; service: QueueService; isServed: boolean; minutes: number } | null
  served: number
  /** The share of its open time in which somebody was there; null before it was open. */
  busy: number | null
}

/** How an office's day is going. Waits are in whole minutes. */
export type OfficeOverview = {
  counters: CounterOverview[]
  waiting: { service: QueueService; people: number; longest: number }[]
  longest: number | null
  /** Tickets whose people ask for help while they wait. */
  asking: string[]
  served: number
  left: number
  /** Called and not there, and appointments that nobody has come to in time. */
  notHere: number
  missed: number
  coming: number
}

/** The overview of an office's queue. `tickets`: all of today, `coming`: appointments of today without a ticket. */
export function officeOverview(
  state: QueueState,
  {
    tickets,
    events,
    coming,
  }: { tickets: readonly Ticket[]; events: readonly QueueEvent[]; coming: readonly ComingAppointment[] },
): OfficeOverview {
  const { now, rules } = state
  const waiting = state.tickets.filter(({ status }) => status === 'waiting')
  const waited = (some: readonly Ticket[]) =>
    some.length === 0
      ? null
      : minutesOf(Math.max(...some.map((ticket) => now - waitsSince(ticket, rules.order))))
  const count = (status: Ticket['status']) => tickets.filter((ticket) => ticket.status === status).length
  const isMissed = ({ startTick }: ComingAppointment) =>
    now > startTick * TICK_SECONDS + rules.checkInClosesMinutes * 60
  return {
    counters: state.counters.map((counter) => counterOverview(state, counter, { tickets, events })),
    waiting: QUEUE_SERVICES.flatMap((service) => {
      const some = waiting.filter((ticket) => ticket.service === service)
      const longest = waited(some)
      return longest === null ? [] : [{ service, people: some.length, longest }]
    }),
    longest: waited(waiting),
    asking: state.tickets.filter(({ asksForHelp }) => asksForHelp).map(ticketLabel),
    ...{ served: count('finished'), left: count('left'), notHere: count('no-show') },
    missed: coming.filter(isMissed).length,
    coming: coming.filter((one) => !isMissed(one)).length,
  }
}

function counterOverview(
  { tickets, now }: QueueState,
  { id, number, status, since, callsForHelp }: Counter,
  today: { tickets: readonly Ticket[]; events: readonly QueueEvent[] },
): CounterOverview {
  const own = today.events.filter(({ counterId }) => counterId === id)
  const ticket = ticketAt(tickets, id)
  const open = secondsBetween(own, {
    opens: ['counter-opened'],
    ends: ['counter-paused', 'counter-closed'],
    now,
  })
  const taken = secondsTaken(own, now)
  return {
    ...{ id, number, status, callsForHelp, minutes: minutesOf(now - since) },
    visit: ticket && {
      ...{ label: ticketLabel(ticket), service: ticket.service, isServed: ticket.status === 'serving' },
      minutes: minutesOf(now - (ticket.startedAt ?? ticket.calledAt ?? now)),
    },
    served: today.tickets.filter((one) => one.status === 'finished' && one.counterId === id).length,
    busy: open > 0 ? Math.min(1, taken / open) : null,
  }
}

/** For how long something was going on: from what opens it until what ends it, or until now. */
function secondsBetween(
  events: readonly QueueEvent[],
  { opens, ends, now }: { opens: QueueEvent['kind'][]; ends: QueueEvent['kind'][]; now: number },
): number {
  let sum = 0
  let since: number | null = null
  for (const { kind, at } of events) {
    if (opens.includes(kind)) since ??= at
    if (since === null || !ends.includes(kind)) continue
    sum += at - since
    since = null
  }
  return since === null ? sum : sum + Math.max(0, now - since)
}

/** What happens when somebody goes from a counter, and the actions by which they do and by which they come. */
const GOING: readonly QueueEvent['kind'][] = ['finished', 'no-show', 'parked', 'transferred', 'closed']
const GO: readonly (string | null)[] = ['finish', 'no-show', 'park', 'transfer', 'next']
const COME: readonly (string | null)[] = ['call', 'next']

/** For how long somebody was at a counter. A call that is undone was the end of it; an end that is undone was none. */
function secondsTaken(events: readonly QueueEvent[], now: number): number {
  let sum = 0
  let since = 0
  const here = new Set<number | null>()
  for (const { kind, at, ticketId, detail } of events) {
    const wasFree = here.size === 0
    if (kind === 'called') here.add(ticketId)
    else if (GOING.includes(kind)) here.delete(ticketId)
    else if (kind === 'undone' && here.has(ticketId)) {
      if (COME.includes(detail)) here.delete(ticketId)
    } else if (kind === 'undone' && GO.includes(detail)) here.add(ticketId)
    const isFree = here.size === 0
    if (wasFree && !isFree) since = at
    if (!wasFree && isFree) sum += at - since
  }
  return here.size === 0 ? sum : sum + Math.max(0, now - since)
}

/** Whole minutes that are over. */
function minutesOf(seconds: number): number {
  return Math.max(0, Math.floor(seconds / 60))
}
