import assert from 'node:assert/strict'
import test from 'node:test'
import { estimateWaits } from '#app/domain/queue/estimate-waits.ts'
import { queuePlaces } from '#app/domain/queue/queue-places.ts'
import { ticketFacts } from '#app/domain/queue/ticket-facts.ts'
import type { Ticket } from '#app/domain/queue/ticket.ts'
import { aCounter, aQueue, aTicket, minutes } from '#tests/support/queue-builders.ts'

const COUNTERS = [aCounter({ id: 41, number: 2 })]

function factsOf(ticket: Partial<Ticket>, today = '2026-11-24') {
  const one = aTicket(ticket)
  const queue = aQueue({ tickets: [one], counters: COUNTERS })
  return ticketFacts(queue, one, { today, places: queuePlaces(queue, estimateWaits(queue)) })
}

test('one who waits has a place and no counter', () => {
  const facts = factsOf({ id: 12 })
  assert.deepEqual(
    { label: facts.label, state: facts.state, number: facts.place?.number, counter: facts.counter },
    { label: 'A12', state: 'waiting', number: 1, counter: null },
  )
})

test('one who said that they are late is told when they may be called, and waits again from then on', () => {
  const late = factsOf({ notBefore: minutes(10), late: 1 })
  assert.deepEqual([late.state, late.place, late.notBefore], ['late', null, minutes(10)])
  assert.deepEqual(late.late, { said: 1, left: 1, minutes: 10 })
  assert.equal(factsOf({ notBefore: minutes(-1), late: 1 }).state, 'waiting')
})

test('one who is called is told the number of the counter, and a second call is another one', () => {
  const called = { status: 'called', counterId: 41, calledAt: minutes(0), calls: 1 } as const
  assert.equal(factsOf(called).counter, 2)
  assert.notEqual(factsOf(called).call, factsOf({ ...called, calls: 2 }).call)
  assert.equal(factsOf({ ...called, status: 'serving' }).call, null)
})

test('one who is parked without a time cannot be late, with one they can', () => {
  assert.equal(factsOf({ status: 'parked' }).late.left, 0)
  const until = factsOf({ status: 'parked', notBefore: minutes(20) })
  assert.deepEqual([until.state, until.notBefore, until.late.left], ['parked', minutes(20), 2])
})

test('one who has just left may come back, a while later not', () => {
  assert.equal(factsOf({ status: 'left', endedAt: minutes(-2) }).mayComeBack, true)
  assert.equal(factsOf({ status: 'left', endedAt: minutes(-4) }).mayComeBack, false)
})

test('the ticket of another day is over, whatever came of it', () => {
  for (const status of ['waiting', 'called', 'finished', 'left'] as const) {
    const facts = factsOf({ status }, '2026-11-25')
    assert.deepEqual([facts.state, facts.place, facts.late.left, facts.mayComeBack], ['over', null, 0, false])
  }
})
