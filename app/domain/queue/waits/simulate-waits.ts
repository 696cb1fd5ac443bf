import { diceOf, type Dice, type LogNormal } from '../../chance/dice.ts'
import { ticketAt, type QueueState } from '../decision.ts'
import {
  canServe,
  orderFacts,
  reasonFor,
  sinceFor,
  type OrderFacts,
  type PlaceReason,
} from '../queue-order.ts'
import type { OrderRules } from '../queue-rules.ts'
import type { Counter, Ticket } from '../ticket.ts'
import { expectedArrivals } from './expected-arrivals.ts'
import { usualOf } from './usual-of.ts'
import type { WaitOutlook } from './wait-outlook.ts'

/** Further ahead nothing is foreseen: who would wait longer is told of that. */
export const HORIZON_SECONDS = 5 * 3600

/** Somebody who waits or is expected, as one run sees them. */
export type Waiting = OrderFacts & {
  /** The place in the list of waits; -1 for who is only expected. */
  index: number
  /** From when they can be called. */
  readyAt: number
  /** Which counters may take them, by the place of the counter. */
  at: readonly boolean[]
  usual: LogNormal
  hasAppointment: boolean
  /** Only asks: nobody waits for them. */
  isAsking: boolean
}

export type Desk = { counter: Counter; busyWith: Ticket | null }

/**
 * Plays the next hours `runs` times: each time the cases take another length, some do not come, some leave, counters
 * pause, and those come who are expected before others. Answers the waits of each ticket in seconds, one for each run;
 * the same key gives the same answer. A ticket with a negative id only asks, and keeps no counter.
 */
export function simulateWaits(
  state: QueueState,
  outlook: WaitOutlook,
  { tickets, runs, key }: { tickets: readonly Ticket[]; runs: number; key: string },
): Float64Array[] {
  const desks = state.counters
    .filter(({ status }) => status !== 'closed')
    .map((counter): Desk => ({ counter, busyWith: ticketAt(state.tickets, counter.id) }))
  const here = tickets.map((ticket, index) => waitingOf(ticket, index, { state, outlook, desks }))
  const waits = tickets.map(() => new Float64Array(runs).fill(HORIZON_SECONDS))
  const dice = diceOf(key)
  const expect = expectedArrivals(state, outlook, { desks, here })
  for (let run = 0; run < runs; run += 1) {
    const pace = outlook.pace.log + outlook.pace.spread * dice.normal()
    const freeAt = desks.map((desk) => firstFreeAt(desk, { state, outlook, dice, pace }))
    for (const one of here) one.overtaken = tickets[one.index]?.overtaken ?? 0
    playOnce([...here, ...expect(dice)], {
      ...{ now: state.now, freeAt, order: state.rules.order },
      takes: (one) => takenFor(one, { outlook, dice, pace }),
      onCall(index, at) {
        const own = waits[index]
        if (own) own[run] = Math.min(HORIZON_SECONDS, at - state.now)
      },
      left: here.length,
    })
  }
  return waits
}

function waitingOf(
  ticket: Ticket,
  index: number,
  {
    state: { rules, now },
    outlook,
    desks,
  }: { state: QueueState; outlook: WaitOutlook; desks: readonly Desk[] },
): Waiting {
  return {
    ...orderFacts(ticket, rules.order),
    ...{ index, readyAt: Math.max(now, ticket.notBefore ?? now), hasAppointment: ticket.startTick !== null },
    isAsking: ticket.id < 0,
    at: desks.map(({ counter }) => canServe(counter, ticket)),
    usual: usualOf(ticket, outlook, now),
  }
}

type Luck = { outlook: WaitOutlook; dice: Dice; pace: number }

/** When a counter is first free to call: at once, when who is there is done, or when its pause is over. */
function firstFreeAt(
  { counter, busyWith }: Desk,
  { state: { now }, ...luck }: Luck & { state: QueueState },
): number {
  const { outlook, dice, pace } = luck
  const back = counter.status === 'paused' ? now + dice.until(outlook.pauseSeconds) : now
  if (!busyWith) {
    const since = outlook.freeSince.get(counter.id)
    const isChanging = counter.status === 'open' && since !== undefined
    return isChanging ? now + dice.rest(outlook.changeover, Math.max(0, now - since)) : back
  }
  const elapsed = Math.max(0, now - (busyWith.calledAt ?? now))
  const { log, spread } = usualOf(busyWith, outlook, now)
  const isAbsent = busyWith.status === 'called' && dice.happens(outlook.noShowShare)
  const rest = dice.rest(isAbsent ? outlook.noShow : { log: log + pace, spread }, elapsed)
  return Math.max(back, now + rest + dice.length(outlook.changeover))
}

/** For how long one who is called keeps a counter from the next; null when they have left without a word. */
function takenFor(
  { usual, hasAppointment, isAsking }: Waiting,
  { outlook, dice, pace }: Luck,
): number | null {
  if (isAsking) return null
  if (!hasAppointment && dice.happens(outlook.leftShare)) return null
  const changeover = dice.length(outlook.changeover)
  if (dice.happens(outlook.noShowShare)) return dice.length(outlook.noShow) + changeover
  const length = dice.length({ log: usual.log + pace, spread: usual.spread })
  const pauses = dice.happens(1 - Math.exp(-outlook.pausesPerSecond * length))
  return length + changeover + (pauses ? dice.until(outlook.pauseSeconds) : 0)
}

/** Calls one after the other by the rules of the order, until everybody who is here has been called. */
function playOnce(
  waiting: Waiting[],
  {
    now,
    freeAt,
    order,
    takes,
    onCall,
    left,
  }: {
    now: number
    freeAt: number[]
    order: OrderRules
    takes(one: Waiting): number | null
    onCall(index: number, at: number): void
    left: number
  },
): void {
  let rest = left
  while (rest > 0) {
    const desk = indexOfLeast(freeAt)
    const at = Math.max(now, freeAt[desk] ?? Infinity)
    if (at - now >= HORIZON_SECONDS) return
    const next = nextFor(waiting, { desk, at, order })
    if (next === null) {
      freeAt[desk] = Math.max(at, earliestFor(waiting, desk))
      continue
    }
    const [one] = waiting.splice(next, 1)
    if (!one) return
    const length = takes(one)
    // Their own wait is told as if they stayed.
    if (one.index >= 0) {
      onCall(one.index, at)
      rest -= 1
    }
    if (length === null) continue
    countOvertaken(waiting, one, { desk, at, order })
    freeAt[desk] = at + length
  }
}

function indexOfLeast(values: readonly number[]): number {
  let least = 0
  for (let index = 1; index < values.length; index += 1) {
    if ((values[index] ?? Infinity) < (values[least] ?? Infinity)) least = index
  }
  return least
}

const RANK: Record<PlaceReason, number> = {
  'waited-long': 0,
  'is-back': 1,
  appointment: 2,
  'needs-help': 3,
  arrival: 4,
  early: 5,
}

/** The place in the list of who a counter takes at a moment; null when nobody is there for it. */
function nextFor(
  waiting: readonly Waiting[],
  { desk, at, order }: { desk: number; at: number; order: OrderRules },
): number | null {
  let best: number | null = null
  let bestRank = Infinity
  let bestSince = Infinity
  for (let place = 0; place < waiting.length; place += 1) {
    const one = waiting[place]
    if (!one || one.readyAt > at || !one.at[desk]) continue
    const reason = reasonFor(one, order, at)
    const rank = RANK[reason]
    if (rank > bestRank) continue
    const since = sinceFor(one, reason)
    if (rank === bestRank && since >= bestSince) continue
    best = place
    bestRank = rank
    bestSince = since
  }
  return best
}

/** When the first comes or is back whom a counter could take. */
function earliestFor(waiting: readonly Waiting[], desk: number): number {
  return waiting.reduce((least, { at, readyAt }) => (at[desk] ? Math.min(least, readyAt) : least), Infinity)
}

function countOvertaken(
  waiting: readonly Waiting[],
  called: Waiting,
  { desk, at, order }: { desk: number; at: number; order: OrderRules },
): void {
  for (const one of waiting) {
    if (one.readyAt > at || !one.at[desk] || one.since >= called.since) continue
    if (reasonFor(one, order, at) !== 'early') one.overtaken += 1
  }
}
