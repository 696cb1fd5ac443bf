import assert from 'node:assert/strict'
import test from 'node:test'
import { getTableColumns } from 'drizzle-orm'
import { arrive } from '#app/domain/queue/actions/arrive.ts'
import { askForHelp } from '#app/domain/queue/actions/ask-for-help.ts'
import { callAgain, callNext, callTicket } from '#app/domain/queue/actions/call.ts'
import { addService, split, writeNote } from '#app/domain/queue/actions/change-visit.ts'
import { endDay } from '#app/domain/queue/actions/end-day.ts'
import { callColleague, comeTo, seeTo } from '#app/domain/queue/actions/help.ts'
import { comeBack, leave } from '#app/domain/queue/actions/leave.ts'
import { closeCounter, openCounter, pauseCounter } from '#app/domain/queue/actions/man-counter.ts'
import { next } from '#app/domain/queue/actions/next.ts'
import { park } from '#app/domain/queue/actions/park.ts'
import { sayLate } from '#app/domain/queue/actions/say-late.ts'
import { finish, markNoShow, startServing } from '#app/domain/queue/actions/serve.ts'
import { takeUp } from '#app/domain/queue/actions/take-up.ts'
import { transfer } from '#app/domain/queue/actions/transfer.ts'
import type { QueueState } from '#app/domain/queue/decision.ts'
import { QUEUE_EVENTS } from '#app/domain/queue/queue-event.ts'
import { PLACE_REASONS } from '#app/domain/queue/queue-order.ts'
import { OUTCOMES, PARK_REASONS, QUEUE_SERVICES, TICKET_STATUSES } from '#app/domain/queue/ticket.ts'
import { postgresDialect } from '#db/dialect-postgres.ts'
import { sqliteDialect } from '#db/dialect.ts'
import { defineTables } from '#db/tables.ts'
import { TEN, aCounter, aTicket, minutes } from '#tests/support/queue-builders.ts'
import { RULES } from '#tests/support/simulated-days.ts'

const WORDS = 'Kari Nordmann, 01819012345'

/** What details may say: words of lists, nothing that somebody typed. */
const DETAILS: ReadonlySet<string> = new Set([
  ...[...OUTCOMES, ...PARK_REASONS, ...PLACE_REASONS, ...TICKET_STATUSES, ...QUEUE_EVENTS],
  ...['walk-in', 'appointment', 'chosen', 'counter', 'service', 'colleague', 'day-over', 'withdrawn'],
])

test('the table of events has no room for a person, on either engine', () => {
  for (const dialect of [sqliteDialect, postgresDialect]) {
    assert.deepEqual(Object.keys(getTableColumns(defineTables(dialect).queueEvents)).sort(), [
      ...['at', 'counterId', 'day', 'detail', 'id', 'kind', 'officeId', 'seconds', 'service', 'ticketId'],
    ])
  }
})

test('whatever is done, its events say nothing that somebody typed, and each kind but one comes of something', () => {
  const here = (some = {}) =>
    aTicket({ status: 'serving', counterId: 1, calledAt: TEN, people: 3, note: WORDS, ...some })
  const waits = aTicket({ id: 2, note: WORDS, asksForHelp: true })
  const counter = aCounter({ callsForHelp: true })
  const other = aCounter({ id: 2, status: 'closed', services: [] })
  const state = (ticket = here()): QueueState => {
    return { now: minutes(9), tickets: [ticket, waits], counters: [counter, other], rules: RULES }
  }
  const called = here({ status: 'called', calls: 1 })
  const free = { ...state(), tickets: [waits] }
  const done = [
    arrive(state(), {
      ...{ officeId: 'sandvika', day: '2026-11-24', service: 'passport', language: 'nb', needs: ['hearing'] },
      ...{ people: 1, appointment: null },
    }),
    callNext(free, counter),
    callTicket(free, counter, 2),
    callAgain(state(called), counter),
    startServing(state(called), counter),
    markNoShow(state(called), counter),
    finish(state(), counter, 'document-missing'),
    next(state(), counter),
    park(state(), counter, { reason: 'fills-in-form', minutes: 5 }),
    transfer(state(), counter, { to: { kind: 'service', service: 'passport' }, note: WORDS }),
    split(state(), counter, 1),
    addService(state(), counter, 'pick-up'),
    writeNote(state(), counter, WORDS),
    takeUp({ ...free, tickets: [here({ status: 'no-show', endedAt: TEN })] }, counter, 1),
    sayLate(state(), waits, 0),
    comeBack(state(), aTicket({ id: 3, late: 1, notBefore: minutes(20) })),
    leave(state(), waits),
    askForHelp(aTicket({ id: 3 }), ['wheelchair']),
    seeTo(state(), counter, 2),
    callColleague(state(), counter, true),
    comeTo(state(), 1),
    openCounter(free, other, { staffId: 9, services: ['passport'], isTakenOver: false }),
    pauseCounter(free, counter),
    closeCounter(free, counter),
    endDay(state()),
  ]
  const events = done.flatMap((decision, index) => {
    assert.ok(decision.ok, `action ${index} was refused`)
    return decision.events
  })
  for (const { service, detail } of events) {
    assert.ok(service === null || QUEUE_SERVICES.some((one) => one === service), String(service))
    assert.ok(detail === null || DETAILS.has(detail), String(detail))
  }
  // Announcing a delay is no action at a counter.
  const seen = new Set(events.map(({ kind }) => kind))
  assert.deepEqual(
    QUEUE_EVENTS.filter((kind) => !seen.has(kind)),
    ['delay-announced'],
  )
})
