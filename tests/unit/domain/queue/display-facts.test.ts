import assert from 'node:assert/strict'
import test from 'node:test'
import type { QueueState } from '#app/domain/queue/decision.ts'
import { displayFacts, openServices } from '#app/domain/queue/display-facts.ts'
import { estimateNewcomers } from '#app/domain/queue/estimate-waits.ts'
import { aCounter, aQueue, aTicket, minutes, TEN } from '#tests/support/queue-builders.ts'

const displayOf = (queue: QueueState) => displayFacts(queue, estimateNewcomers(queue, openServices(queue)))

const counters = [aCounter({ id: 41, number: 1 }), aCounter({ id: 42, number: 2 })]

test('the newest call comes first, and only a new one has the screen alone', () => {
  const tickets = [
    aTicket({ id: 1, status: 'called', counterId: 41, calledAt: minutes(-3), calls: 1 }),
    aTicket({ id: 2, status: 'called', counterId: 42, calledAt: TEN - 2, calls: 1, language: 'en' }),
  ]
  const { calls } = displayOf(aQueue({ tickets, counters }))
  assert.deepEqual(
    calls.map(({ label, counter, language, secondsAlone }) => [label, counter, language, secondsAlone]),
    [
      ['A2', 2, 'en', 10],
      ['A1', 1, 'nb', 0],
    ],
  )
})

test('who stands at a counter stays in the list, and is not called', () => {
  const tickets = [aTicket({ id: 1, status: 'serving', counterId: 41, calledAt: TEN, calls: 1 })]
  assert.equal(displayOf(aQueue({ tickets, counters })).calls[0]?.secondsAlone, 0)
})

test('it shows so many that are called and next as the rules say', () => {
  const many = Array.from({ length: 20 }, (_, index) => index + 1)
  const manyCounters = many.map((id) => aCounter({ id }))
  const called = many.map((id) => aTicket({ id, status: 'called', counterId: id, calledAt: TEN + id }))
  const waiting = many.map((id) => aTicket({ id: 100 + id, arrivedAt: minutes(-id) }))
  const {
    calls,
    next,
    waiting: count,
  } = displayOf(aQueue({ tickets: [...called, ...waiting], counters: manyCounters }))
  assert.deepEqual([calls.length, next.length, count], [6, 8, 20])
  assert.equal(calls[0]?.label, 'A20')
  assert.equal(next[0], 'A120')
})

test('it says how long it takes for what the open counters have, what takes equally long in one row', () => {
  const open = [
    aCounter({ services: ['pick-up', 'passport'] }),
    aCounter({ id: 2, status: 'paused', services: ['report'] }),
  ]
  const { waits } = displayOf(aQueue({ counters: open }))
  assert.deepEqual(
    waits.map(({ services, wait }) => [services, wait !== null]),
    [[['passport', 'pick-up'], true]],
  )
})

test('Threat 14: nothing of who holds a number is in what the display is given', () => {
  const canary = aTicket({
    ...{ id: 4711, number: 12, status: 'called', counterId: 41, calledAt: TEN, calls: 1 },
    ...{ needs: ['hearing'], note: 'canary note', appointmentId: 987654, people: 7, startTick: 1234567 },
  })
  const waiting = aTicket({ id: 4712, number: 13, needs: ['wheelchair'], note: 'canary note' })
  const facts = displayOf(aQueue({ tickets: [canary, waiting], counters }))
  assert.deepEqual(Object.keys(facts).sort(), ['calls', 'next', 'waiting', 'waits'])
  assert.deepEqual(Object.keys(facts.calls[0] ?? {}).sort(), [
    ...['counter', 'key', 'label', 'language', 'secondsAlone'],
  ])
  assert.doesNotMatch(JSON.stringify(facts), /canary|hearing|wheelchair|987654|4711|4712|1234567/)
})
