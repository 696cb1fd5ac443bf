import type { QueueState } from '#app/domain/queue/decision.ts'
import { queueRulesOn, type OrderRules } from '#app/domain/queue/queue-rules.ts'
import { deliveredRules } from '#db/seed/delivered-rules.ts'
import type { Counter, Ticket } from '#app/domain/queue/ticket.ts'

/** Tuesday 24 November 2026, 10.00 in Norway, in epoch seconds. */
export const TEN = Temporal.ZonedDateTime.from('2026-11-24T10:00[Europe/Oslo]').epochMilliseconds / 1000

/** So many minutes after ten; before it when negative. */
export function minutes(count: number): number {
  return TEN + count * 60
}

/** The tick of an appointment so many minutes after ten. */
export function tickIn(count: number): number {
  return minutes(count) / 300
}

/** Somebody who came at ten without an appointment for a passport. */
export function aTicket(some: Partial<Ticket> = {}): Ticket {
  return {
    ...{ id: 1, officeId: 'sandvika', day: '2026-11-24', letter: 'A', number: some.id ?? 1 },
    ...{ service: 'passport', alsoServices: [], language: 'nb', needs: [], people: 1 },
    ...{ appointmentId: null, startTick: null, status: 'waiting', arrivedAt: TEN, notBefore: null, late: 0 },
    ...{ parkReason: null, calls: 0, calledAt: null, startedAt: null, endedAt: null, counterId: null },
    ...{ forCounterId: null, forStaffId: null, isBack: false, overtaken: 0, asksForHelp: false },
    ...{ note: null, said: null, outcome: null, splitFromId: null, revision: 1 },
    ...some,
  }
}

/** An open counter that has passports. */
export function aCounter(some: Partial<Counter> = {}): Counter {
  return {
    ...{ id: 1, officeId: 'sandvika', number: some.id ?? 1, status: 'open', services: ['passport'] },
    ...{ staffId: 7, since: TEN, callsForHelp: false },
    ...some,
  }
}

export const ORDER: OrderRules = {
  ...{ appointmentLeadMinutes: 5, lateGraceMinutes: 10, mostOvertaken: 4, longestWaitMinutes: 45 },
  helpFirst: true,
}

/** A queue at ten with the delivered rules. */
export function aQueue(some: Partial<QueueState> = {}): QueueState {
  const rules = queueRulesOn(deliveredRules(), Temporal.PlainDate.from('2026-11-24'))
  return { now: TEN, tickets: [], counters: [aCounter()], rules, ...some }
}
