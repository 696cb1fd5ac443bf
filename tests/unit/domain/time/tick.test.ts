import assert from 'node:assert/strict'
import test from 'node:test'
import { overlaps } from '#app/domain/time/interval.ts'
import { dayOfTick, tickAt, tickFrom, tickToInstant } from '#app/domain/time/tick.ts'

test('a tick begins at its instant and lasts five minutes', () => {
  const nine = Temporal.Instant.from('2026-11-23T08:00:00Z')
  assert.equal(tickToInstant(tickAt(nine)).toString(), '2026-11-23T08:00:00Z')
  assert.equal(tickAt(nine.add({ minutes: 4, seconds: 59 })), tickAt(nine))
  assert.equal(tickAt(nine.add({ minutes: 5 })), tickAt(nine) + 1)
})

test('the first tick from an instant is the one that begins then, or the next', () => {
  const nine = Temporal.Instant.from('2026-11-23T08:00:00Z')
  assert.equal(tickFrom(nine), tickAt(nine))
  assert.equal(tickFrom(nine.add({ milliseconds: 1 })), tickAt(nine) + 1)
})

const midnights = {
  'in winter': ['2026-11-22T23:00:00Z', '2026-11-23'],
  'in summer': ['2026-07-14T22:00:00Z', '2026-07-15'],
  'at the start of the night that is an hour longer': ['2026-10-24T22:00:00Z', '2026-10-25'],
  'at the end of the day that is an hour longer': ['2026-10-25T23:00:00Z', '2026-10-26'],
  'at the start of the night that is an hour shorter': ['2027-03-27T23:00:00Z', '2027-03-28'],
  'at the end of the day that is an hour shorter': ['2027-03-28T22:00:00Z', '2027-03-29'],
  'on a leap day': ['2028-02-28T23:00:00Z', '2028-02-29'],
} as const
for (const [when, [instant, day]] of Object.entries(midnights)) {
  test(`a new day begins at midnight in Norway, ${when}`, () => {
    const midnight = tickAt(Temporal.Instant.from(instant))
    assert.equal(dayOfTick(midnight).toString(), day)
    assert.equal(
      dayOfTick(midnight - 1).toString(),
      Temporal.PlainDate.from(day).subtract({ days: 1 }).toString(),
    )
  })
}

test('both hours between two and three belong to the day on which the clock is put back', () => {
  const [first, second] = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map((text) => {
    return tickAt(Temporal.Instant.from(text))
  })
  assert.equal(second && first && second - first, 12)
  assert.equal(dayOfTick(first ?? 0).toString(), '2026-10-25')
  assert.equal(dayOfTick(second ?? 0).toString(), '2026-10-25')
})

test('intervals that only touch do not overlap', () => {
  assert.equal(overlaps({ start: 1, end: 3 }, { start: 3, end: 5 }), false)
  assert.equal(overlaps({ start: 3, end: 5 }, { start: 1, end: 3 }), false)
})

test('intervals that share a tick overlap, whichever is named first', () => {
  assert.equal(overlaps({ start: 1, end: 4 }, { start: 3, end: 5 }), true)
  assert.equal(overlaps({ start: 3, end: 5 }, { start: 1, end: 4 }), true)
  assert.equal(overlaps({ start: 1, end: 9 }, { start: 3, end: 5 }), true)
})
