import assert from 'node:assert/strict'
import test from 'node:test'
import { appointmentProgress } from '#app/domain/queue/appointment-progress.ts'
import type { TicketStatus } from '#app/domain/queue/ticket.ts'
import { TEN, minutes, tickIn } from '#tests/support/queue-builders.ts'

const RULES = { checkInClosesMinutes: 30 }

test('an appointment has come as far as the tickets that it was checked in with', () => {
  const cases: [string, TicketStatus[], string][] = [
    ['confirmed', [], 'booked'],
    ['confirmed', ['waiting'], 'checked-in'],
    ['confirmed', ['parked'], 'checked-in'],
    ['confirmed', ['called'], 'being-served'],
    ['confirmed', ['finished', 'serving'], 'being-served'],
    ['confirmed', ['finished', 'waiting'], 'checked-in'],
    ['confirmed', ['finished', 'no-show'], 'done'],
    ['confirmed', ['left'], 'no-show'],
    ['cancelled', [], 'cancelled'],
  ]
  for (const [status, tickets, expected] of cases) {
    const progress = appointmentProgress({ status, startTick: tickIn(0) }, tickets, {
      now: TEN,
      rules: RULES,
    })
    assert.equal(progress, expected, `${status} ${tickets.join()}`)
  }
})

test('who has not come when check-in closes does not come any more', () => {
  const at = (now: number) =>
    appointmentProgress({ status: 'confirmed', startTick: tickIn(0) }, [], { now, rules: RULES })
  assert.equal(at(minutes(30)), 'booked')
  assert.equal(at(minutes(31)), 'no-show')
})
