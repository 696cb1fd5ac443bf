import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { afterChange, type QueueState } from '#app/domain/queue/decision.ts'
import { callNext } from '#app/domain/queue/actions/call.ts'
import { finish } from '#app/domain/queue/actions/serve.ts'
import { canServe, inWords, nextTicket, overtakenBy, queueOrder } from '#app/domain/queue/queue-order.ts'
import { queueRulesOn } from '#app/domain/queue/queue-rules.ts'
import type { Ticket } from '#app/domain/queue/ticket.ts'
import { deliveredRules } from '#db/seed/delivered-rules.ts'
import { ORDER, aCounter, aTicket, minutes, tickIn } from '#tests/support/queue-builders.ts'

function order(tickets: Ticket[], now: number, rules = ORDER): string {
  return queueOrder(tickets, rules, now)
    .map(({ ticket, reason }) => `${ticket.id} ${reason}`)
    .join(', ')
}

test('those without an appointment come in the order in which they arrived', () => {
  const tickets = [aTicket({ id: 2, arrivedAt: minutes(1) }), aTicket({ id: 1 })]
  assert.equal(order(tickets, minutes(5)), '1 arrival, 2 arrival')
})

test('an appointment goes first from a little before its time, and is early before that', () => {
  const tickets = [aTicket({ id: 1 }), aTicket({ id: 2, startTick: tickIn(30), arrivedAt: minutes(1) })]
  assert.equal(order(tickets, minutes(24)), '1 arrival, 2 early')
  assert.equal(order(tickets, minutes(25)), '2 appointment, 1 arrival')
})

test('who is a little late keeps the time, who is very late waits from their arrival', () => {
  const walkIn = aTicket({ id: 1, arrivedAt: minutes(5) })
  const late = (arrivedAt: number) => aTicket({ id: 2, startTick: tickIn(0), arrivedAt })
  assert.equal(order([walkIn, late(minutes(10))], minutes(20)), '2 appointment, 1 arrival')
  assert.equal(order([walkIn, late(minutes(11))], minutes(20)), '1 arrival, 2 arrival')
})

test('who needs help goes before others without an appointment, unless the office has set it otherwise', () => {
  const tickets = [aTicket({ id: 1 }), aTicket({ id: 2, needs: ['wheelchair'], arrivedAt: minutes(1) })]
  assert.equal(order(tickets, minutes(5)), '2 needs-help, 1 arrival')
  assert.equal(order(tickets, minutes(5), { ...ORDER, helpFirst: false }), '1 arrival, 2 arrival')
})

test('who has waited as long as the rules let anybody goes before appointments', () => {
  const tickets = [aTicket({ id: 1 }), aTicket({ id: 2, startTick: tickIn(45), arrivedAt: minutes(30) })]
  assert.equal(order(tickets, minutes(44)), '2 appointment, 1 arrival')
  assert.equal(order(tickets, minutes(45)), '1 waited-long, 2 appointment')
})

test('who was parked is back in front when the moment comes, and not there before it', () => {
  const tickets = [aTicket({ id: 1 }), aTicket({ id: 2, status: 'parked', notBefore: minutes(10) })]
  assert.equal(order(tickets, minutes(9)), '1 arrival')
  assert.equal(order(tickets, minutes(10)), '2 is-back, 1 arrival')
})

test('a counter takes the first whom it can serve and leaves those who are kept for another', () => {
  const tickets = [
    aTicket({ id: 1, service: 'report' }),
    aTicket({ id: 2, forCounterId: 9 }),
    aTicket({ id: 3, forStaffId: 9 }),
    aTicket({ id: 4 }),
  ]
  const next = (counter = aCounter()) =>
    nextTicket(tickets, { counter, rules: ORDER, now: minutes(1) })?.ticket.id
  assert.equal(next(), 4)
  assert.equal(next(aCounter({ services: ['report'] })), 1)
  assert.equal(next(aCounter({ id: 9, services: [] })), 2)
  assert.equal(next(aCounter({ services: ['firearms'] })), undefined)
})

test('only those are overtaken who came before and could have been taken', () => {
  const called = aTicket({ id: 5, startTick: tickIn(10), arrivedAt: minutes(5) })
  const tickets = [
    aTicket({ id: 1 }),
    aTicket({ id: 2, service: 'report' }),
    aTicket({ id: 3, status: 'called' }),
    aTicket({ id: 4, arrivedAt: minutes(12) }),
    called,
  ]
  const found = overtakenBy(called, tickets, { counter: aCounter(), rules: ORDER, now: minutes(13) })
  assert.deepEqual(
    found.map(({ id }) => id),
    [1],
  )
})

const someTicket = fc.record({
  arrival: fc.integer({ min: -60, max: 60 }),
  appointment: fc.option(fc.integer({ min: -6, max: 24 })),
  needsHelp: fc.boolean(),
  isReport: fc.boolean(),
  isBack: fc.boolean(),
})

test('whoever is called, nobody is overtaken more often than the rules let, and everybody is called in the end', () => {
  const rules = queueRulesOn(deliveredRules(), Temporal.PlainDate.from('2026-11-24'))
  fc.assert(
    fc.property(fc.array(someTicket, { maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (some, step) => {
      const tickets = some.map(({ arrival, appointment, needsHelp, isReport, isBack }, index) =>
        aTicket({
          ...{
            id: index + 1,
            arrivedAt: minutes(arrival),
            isBack,
            service: isReport ? 'report' : 'passport',
          },
          ...{
            needs: needsHelp ? ['hearing'] : [],
            startTick: appointment === null ? null : tickIn(appointment * 5),
          },
        }),
      )
      const counter = aCounter({ services: ['passport', 'report'] })
      let state: QueueState = { now: minutes(-60), tickets, counters: [counter], rules }
      let called = 0
      for (let turn = 0; turn < 400 && called < tickets.length; turn += 1) {
        state = { ...state, now: state.now + step * 60 }
        // Those who have not come yet are not there.
        const here = { ...state, tickets: state.tickets.filter(({ arrivedAt }) => arrivedAt <= state.now) }
        const decision = callNext(here, counter)
        if (!decision.ok) continue
        called += 1
        state = afterChange(state, decision)
        const done = finish(state, counter, 'solved')
        assert.ok(done.ok)
        state = afterChange(state, done)
        for (const { overtaken } of state.tickets) assert.ok(overtaken <= rules.order.mostOvertaken)
      }
      assert.equal(called, tickets.length)
    }),
    { numRuns: 150 },
  )
})

test('the order is the same in whatever order the tickets are read', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 6 }), (ids) => {
      const tickets = ids.map((id) => aTicket({ id, needs: id % 2 ? [] : ['hearing'] }))
      assert.equal(inWords(queueOrder(tickets, ORDER, minutes(5))), 'A2 A4 A6 A1 A3 A5')
    }),
  )
})

test('a counter serves what it has, and who is kept for it whatever they came for', () => {
  assert.equal(canServe(aCounter(), aTicket()), true)
  assert.equal(canServe(aCounter(), aTicket({ service: 'report' })), false)
  assert.equal(canServe(aCounter(), aTicket({ service: 'report', forCounterId: 1 })), true)
  assert.equal(canServe(aCounter(), aTicket({ service: 'report', forStaffId: 7 })), true)
  assert.equal(canServe(aCounter(), aTicket({ forStaffId: 8 })), false)
})
