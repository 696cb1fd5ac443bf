import assert from 'node:assert/strict'
import test from 'node:test'
import {
  epochSeconds,
  holdEnd,
  isLiving,
  whyNotChangeable,
  withNames,
} from '#app/domain/scheduling/appointment.ts'
import type { Person } from '#app/domain/passport/person.ts'
import { tickToInstant } from '#app/domain/time/tick.ts'
import { aChild, anAppointment, aPerson } from '#tests/support/builders.ts'

const LIMITS = { holdMinutes: 10, longestHoldMinutes: 30 }
const NINE = Temporal.Instant.from('2026-11-23T09:00:00Z')

test('a hold lasts ten minutes from each step', () => {
  assert.equal(holdEnd(epochSeconds(NINE), NINE, LIMITS), secondsAfterNine(10))
  assert.equal(holdEnd(epochSeconds(NINE), NINE.add({ minutes: 5 }), LIMITS), secondsAfterNine(15))
})

test('a hold lasts thirty minutes from its beginning at the longest', () => {
  assert.equal(holdEnd(epochSeconds(NINE), NINE.add({ minutes: 20 }), LIMITS), secondsAfterNine(30))
  assert.equal(holdEnd(epochSeconds(NINE), NINE.add({ minutes: 29 }), LIMITS), secondsAfterNine(30))
})

test('a hold lives until its end and not a second longer', () => {
  const appointment = anAppointment({ status: 'held', expiresAt: epochSeconds(NINE) })
  assert.equal(isLiving(appointment, NINE.subtract({ seconds: 1 })), true)
  assert.equal(isLiving(appointment, NINE), false)
})

test('a hold lives through the last part of a second before its end', () => {
  const appointment = anAppointment({ status: 'held', expiresAt: epochSeconds(NINE) })
  assert.equal(isLiving(appointment, NINE.subtract({ milliseconds: 1 })), true)
})

test('a hold without an end does not live', () => {
  assert.equal(isLiving(anAppointment({ status: 'held', expiresAt: null }), NINE), false)
})

test('what is confirmed lives for ever, what is cancelled not at all', () => {
  const long = NINE.add({ hours: 24 * 400 })
  assert.equal(isLiving(anAppointment({ status: 'confirmed', expiresAt: null }), long), true)
  assert.equal(isLiving(anAppointment({ status: 'cancelled', expiresAt: secondsAfterNine(10) }), NINE), false)
})

test('seconds are rounded down, so that a hold never ends before its time', () => {
  assert.equal(epochSeconds(Temporal.Instant.from('1970-01-01T00:00:01.999Z')), 1)
})

test('only what is promised and has not begun can be changed', () => {
  const confirmed = anAppointment({ status: 'confirmed' })
  const begin = tickToInstant(confirmed.startTick)
  const before = begin.subtract({ seconds: 1 })
  assert.equal(whyNotChangeable(confirmed, before), null)
  assert.equal(whyNotChangeable(confirmed, begin)?.reason, 'too-late')
  assert.equal(whyNotChangeable(anAppointment({ status: 'cancelled' }), before)?.reason, 'cancelled')
  for (const status of ['held', 'merged'] as const) {
    assert.equal(whyNotChangeable(anAppointment({ status }), before)?.reason, 'unknown-appointment')
  }
  assert.equal(whyNotChangeable(null, before)?.reason, 'unknown-appointment')
})

test('names follow their people when somebody is added, removed or wants something else', () => {
  const seat = { resourceId: 1, startTick: 1, ticks: 2, personKey: null }
  const before = [
    { ...aPerson(), ...seat, name: 'Kari' },
    { ...aChild(), ...seat, name: 'Per' },
    { ...aPerson({ ageGroup: '16-17' }), ...seat, name: 'Nora' },
  ]
  const namesOf = (...people: Person[]) => withNames(people, before).map(({ name }) => name)
  assert.deepEqual(namesOf(aChild(), aPerson({ ageGroup: '16-17' })), ['Per', 'Nora'])
  assert.deepEqual(namesOf(aPerson(), aPerson(), aChild()), ['Kari', null, 'Per'])
  assert.deepEqual(namesOf(aPerson({ document: 'id-card-travel' })), ['Kari'])
  assert.deepEqual(namesOf(aPerson({ ageGroup: '0-4' })), [null])
})

function secondsAfterNine(minutes: number): number {
  return epochSeconds(NINE) + minutes * 60
}
