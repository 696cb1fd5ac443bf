import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { decisionOf } from '#app/domain/queue/counter-command.ts'
import { afterChange, ticketAt, type QueueChange, type QueueState } from '#app/domain/queue/decision.ts'
import { queueRulesOn } from '#app/domain/queue/queue-rules.ts'
import { deliveredRules } from '#db/seed/delivered-rules.ts'
import { anyCommand } from '#tests/support/counter-commands.ts'
import { aCounter, aTicket, TEN } from '#tests/support/queue-builders.ts'

const RULES = queueRulesOn(deliveredRules(), Temporal.PlainDate.from('2026-11-24'))

function start(): QueueState {
  return {
    now: TEN,
    rules: RULES,
    tickets: [1, 2, 3, 4, 5].map((id) => aTicket({ id, people: (id % 3) + 1 })),
    counters: [1, 2, 3].map((id) => aCounter({ id, staffId: id, services: ['passport', 'pick-up'] })),
  }
}

/** The queue with a change made, as the database would have it: those who are added are numbered on. */
function saved(state: QueueState, change: QueueChange): QueueState {
  const next = afterChange(state, change)
  const added = change.added.map((ticket, index) => ({
    ...ticket,
    ...{ id: state.tickets.length + 1 + index, number: state.tickets.length + 1 + index, revision: 1 },
  }))
  const changed = new Set(change.tickets.map(({ id }) => id))
  return {
    ...next,
    tickets: [
      ...next.tickets.map((one) => (changed.has(one.id) ? { ...one, revision: one.revision + 1 } : one)),
      ...added,
    ],
  }
}

function check({ tickets, counters }: QueueState, people: number): void {
  const there = tickets.filter(({ status }) => status === 'called' || status === 'serving')
  const places = there.map(({ counterId }) => counterId)
  assert.equal(new Set(places).size, places.length, 'a counter has one at most')
  for (const { counterId, calls } of there) {
    const counter = counters.find(({ id }) => id === counterId)
    assert.ok(
      counter && counter.status !== 'closed' && counter.staffId !== null,
      'with somebody who serves them',
    )
    assert.ok(calls >= 1 && calls <= RULES.mostCalls)
  }
  for (const { status, counterId, endedAt } of tickets) {
    if (status === 'waiting' || status === 'parked')
      assert.equal(counterId, null, 'who waits is at no counter')
    assert.equal(endedAt !== null, status === 'finished' || status === 'no-show')
  }
  assert.equal(
    tickets.reduce((sum, one) => sum + one.people, 0),
    people,
    'nobody is lost',
  )
  const staff = counters.flatMap(({ staffId, status }) => (status === 'closed' ? [] : [staffId]))
  assert.equal(new Set(staff).size, staff.length, 'nobody is at two counters')
}

test('whatever staff do, each ticket is at one counter at most, each counter has one at most, nobody is lost', () => {
  const step = fc.record({
    // Mostly the one who is there acts; now and then somebody else tries.
    other: fc.oneof({ arbitrary: fc.constant(null), weight: 5 }, fc.integer({ min: 1, max: 4 })),
    counterId: fc.constantFrom(1, 2, 3),
    minutes: fc.integer({ min: 0, max: 5 }),
    command: anyCommand([1, 2, 3]),
  })
  let done = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), (steps) => {
      let state = start()
      const people = state.tickets.reduce((sum, one) => sum + one.people, 0)
      for (const { other, counterId, minutes, command } of steps) {
        state = { ...state, now: state.now + minutes * 60 }
        const counter = state.counters.find(({ id }) => id === counterId)
        if (!counter) continue
        const staffId = other ?? counter.staffId ?? counterId
        const seen = ticketAt(state.tickets, counterId)
        const decision = decisionOf(command, { staffId, seen })(state, counter)
        if (!decision.ok) continue
        done += 1
        state = saved(state, decision)
        check(state, people)
      }
    }),
    { numRuns: 200 },
  )
  assert.ok(done > 1000, `only ${done} actions were possible`)
})
