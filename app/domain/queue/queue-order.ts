import { TICK_SECONDS } from '../time/tick.ts'
import type { OrderRules } from './queue-rules.ts'
import { ticketLabel, type Counter, type Ticket } from './ticket.ts'

/**
 * Why somebody stands where they stand, in the order in which the reasons count:
 * `waited-long` they have been overtaken as often, or have waited as long, as the rules let anybody;
 * `is-back` they were at a counter and are not to wait again; `appointment` it is their time;
 * `needs-help` they need help; `arrival` they came in this order; `early` their appointment is later.
 */
export const PLACE_REASONS = [
  'waited-long',
  'is-back',
  'appointment',
  'needs-help',
  'arrival',
  'early',
] as const
export type PlaceReason = (typeof PLACE_REASONS)[number]

/** A place in the queue and why; `since` is the moment that decides among those with the same reason. Epoch seconds. */
export type Place = { ticket: Ticket; reason: PlaceReason; since: number }

/** Those who may be called now, who comes first in front. `now`: epoch seconds. */
export function queueOrder(tickets: readonly Ticket[], rules: OrderRules, now: number): Place[] {
  return tickets
    .filter((ticket) => mayBeCalled(ticket, now))
    .map((ticket) => placeOf(ticket, rules, now))
    .sort(
      (a, b) =>
        PLACE_REASONS.indexOf(a.reason) - PLACE_REASONS.indexOf(b.reason) ||
        a.since - b.since ||
        a.ticket.number - b.ticket.number,
    )
}

/** Who a counter is to call: the first of the order that it can serve; null when nobody waits for it. */
export function nextTicket(
  tickets: readonly Ticket[],
  { counter, rules, now }: { counter: Counter; rules: OrderRules; now: number },
): Place | null {
  return queueOrder(tickets, rules, now).find(({ ticket }) => canServe(counter, ticket)) ?? null
}

/** Whether a counter may take somebody: it has what they came for, and they are not kept for another. */
export function canServe(counter: Counter, ticket: Ticket): boolean {
  if (ticket.forCounterId !== null && ticket.forCounterId !== counter.id) return false
  if (ticket.forStaffId !== null && ticket.forStaffId !== counter.staffId) return false
  const isSentHere = ticket.forCounterId !== null || ticket.forStaffId !== null
  return isSentHere || counter.services.includes(ticket.service)
}

/** Those who came before `called` and could have been taken by the same counter: they are overtaken by this call. */
export function overtakenBy(
  called: Ticket,
  tickets: readonly Ticket[],
  { counter, rules, now }: { counter: Counter; rules: OrderRules; now: number },
): Ticket[] {
  return tickets.filter(
    (ticket) =>
      ticket.id !== called.id &&
      mayBeCalled(ticket, now) &&
      canServe(counter, ticket) &&
      // Who is before their own time is not overtaken by who comes meanwhile.
      placeOf(ticket, rules, now).reason !== 'early' &&
      waitsSince(ticket, rules) < waitsSince(called, rules),
  )
}

/** From when somebody waits: from their arrival, but nobody waits before their own time. */
export function waitsSince(ticket: Ticket, rules: OrderRules): number {
  const time = ownTime(ticket, rules)
  return time === null ? ticket.arrivedAt : Math.max(time, ticket.arrivedAt)
}

function mayBeCalled(ticket: Ticket, now: number): boolean {
  if (ticket.status !== 'waiting' && ticket.status !== 'parked') return false
  // Who was parked without a moment comes back when staff take them.
  if (ticket.notBefore === null) return ticket.status === 'waiting'
  return ticket.notBefore <= now
}

function placeOf(ticket: Ticket, rules: OrderRules, now: number): Place {
  const facts = orderFacts(ticket, rules)
  const reason = reasonFor(facts, rules, now)
  return { ticket, reason, since: sinceFor(facts, reason) }
}

/** What decides on the place of somebody, worked out once: only the moment and being overtaken still change it. */
export type OrderFacts = {
  /** The time of an appointment that still counts. Epoch seconds. */
  time: number | null
  since: number
  isBack: boolean
  needsHelp: boolean
  overtaken: number
}

export function orderFacts(ticket: Ticket, rules: OrderRules): OrderFacts {
  return {
    time: ownTime(ticket, rules),
    since: waitsSince(ticket, rules),
    isBack: ticket.isBack || ticket.status === 'parked',
    needsHelp: ticket.needs.length > 0,
    overtaken: ticket.overtaken,
  }
}

/** Why somebody stands where they stand at a moment. */
export function reasonFor(
  { time, since, isBack, needsHelp, overtaken }: OrderFacts,
  rules: OrderRules,
  now: number,
): PlaceReason {
  if (time !== null && now < time - rules.appointmentLeadMinutes * 60 && !isBack) return 'early'
  if (overtaken >= rules.mostOvertaken || now - since >= rules.longestWaitMinutes * 60) return 'waited-long'
  if (isBack) return 'is-back'
  if (time !== null) return 'appointment'
  if (rules.helpFirst && needsHelp) return 'needs-help'
  return 'arrival'
}

/** The moment that decides among those who stand there for the same reason. */
export function sinceFor({ time, since }: OrderFacts, reason: PlaceReason): number {
  return reason === 'appointment' && time !== null ? time : since
}

/** The time of an appointment that still counts: who came too late for it waits from their arrival. Epoch seconds. */
function ownTime({ startTick, arrivedAt }: Ticket, rules: OrderRules): number | null {
  if (startTick === null) return null
  const start = startTick * TICK_SECONDS
  return arrivedAt <= start + rules.lateGraceMinutes * 60 ? start : null
}

/** For logs and tests: "A12 A14 B15". */
export function inWords(places: readonly Place[]): string {
  return places.map(({ ticket }) => ticketLabel(ticket)).join(' ')
}
