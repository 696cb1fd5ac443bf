import assert from 'node:assert/strict'
import test from 'node:test'
import { whyNotCheckIn } from '#app/domain/queue/may-check-in.ts'
import { queueRulesOn } from '#app/domain/queue/queue-rules.ts'
import { dayOfTick, OSLO } from '#app/domain/time/tick.ts'
import { deliveredRules } from '#db/seed/delivered-rules.ts'
import { tickOf } from '#tests/support/builders.ts'

const RULES = {
  ...queueRulesOn(deliveredRules(), Temporal.PlainDate.from('2026-11-24')),
  checkInOpensMinutes: 60,
  checkInClosesMinutes: 30,
}

/** Why one who has a time at `start` is not checked in at `now`; wall clocks in Norway. */
function why(start: string, now: string, some: { status?: string; officeId?: string } = {}): string | null {
  return whyAtTick(tickOf(start), Temporal.PlainDateTime.from(now).toZonedDateTime(OSLO), some)
}

function whyAtTick(
  startTick: number,
  now: Temporal.ZonedDateTime,
  { status = 'confirmed', officeId = 'sandvika' } = {},
): string | null {
  const appointment = { startTick, status, officeId, day: dayOfTick(startTick).toString() }
  const at = {
    ...{ officeId: 'sandvika', today: now.withTimeZone(OSLO).toPlainDate().toString() },
    now: now.epochMilliseconds / 1000,
  }
  return whyNotCheckIn(appointment, at, RULES)?.reason ?? null
}

test('one may check in from an hour before the time until half an hour after it, both ends included', () => {
  assert.equal(why('2026-11-24T10:00', '2026-11-24T08:59:59'), 'too-early')
  assert.equal(why('2026-11-24T10:00', '2026-11-24T09:00:00'), null)
  assert.equal(why('2026-11-24T10:00', '2026-11-24T10:30:00'), null)
  assert.equal(why('2026-11-24T10:00', '2026-11-24T10:30:01'), 'too-late')
})

test('on another day it is the day that is wrong, not the hour', () => {
  assert.equal(why('2026-11-25T10:00', '2026-11-24T10:00'), 'other-day')
  assert.equal(why('2026-11-23T10:00', '2026-11-24T10:00'), 'other-day')
  // A day has ended at midnight, though only ten minutes have passed.
  assert.equal(why('2026-11-24T00:05', '2026-11-23T23:55'), 'other-day')
  assert.equal(why('2026-11-23T23:55', '2026-11-24T00:05'), 'other-day')
})

test('another office comes before another day: it is where they have to go', () => {
  assert.equal(why('2026-11-25T10:00', '2026-11-24T10:00', { officeId: 'bodo' }), 'other-office')
})

test('what was cancelled says so, and what was never confirmed is nobody’s', () => {
  assert.equal(why('2026-11-24T10:00', '2026-11-24T10:00', { status: 'cancelled' }), 'cancelled')
  for (const status of ['held', 'merged'])
    assert.equal(why('2026-11-24T10:00', '2026-11-24T10:00', { status }), 'unknown-code')
})

test('on the nights when clocks change the window is as long as ever', () => {
  // 02.00 comes twice; the time at the second 02.30 opens an hour before it, at the first one.
  const winter = Temporal.Instant.from('2026-10-25T01:30:00Z')
  const startTick = winter.epochMilliseconds / 300_000
  const before = (minutes: number) => winter.subtract({ minutes }).toZonedDateTimeISO(OSLO)
  assert.equal(whyAtTick(startTick, before(60)), null)
  assert.equal(whyAtTick(startTick, before(61)), 'too-early')
  // There is no 02.30: half past three minus an hour is half past one.
  assert.equal(why('2027-03-28T03:30', '2027-03-28T01:30'), null)
  assert.equal(why('2027-03-28T03:30', '2027-03-28T01:29'), 'too-early')
})
