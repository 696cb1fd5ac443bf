import assert from 'node:assert/strict'
import test from 'node:test'
import { isInSeason, monthsOfRule } from '#app/domain/geography/season.ts'

const MONTHS = { summer: [5, 6, 7, 8, 9], winter: [12, 1, 2, 3, 4] }

test('a place without a season is open all year', () => {
  assert.equal(isInSeason(null, Temporal.PlainDate.from('2026-11-15'), MONTHS), true)
})

test('a summer place is open from its first month to the end of its last', () => {
  assert.equal(isInSeason('summer', Temporal.PlainDate.from('2026-04-30'), MONTHS), false)
  assert.equal(isInSeason('summer', Temporal.PlainDate.from('2026-05-01'), MONTHS), true)
  assert.equal(isInSeason('summer', Temporal.PlainDate.from('2026-09-30'), MONTHS), true)
  assert.equal(isInSeason('summer', Temporal.PlainDate.from('2026-10-01'), MONTHS), false)
})

test('a winter season crosses the new year', () => {
  assert.equal(isInSeason('winter', Temporal.PlainDate.from('2026-12-31'), MONTHS), true)
  assert.equal(isInSeason('winter', Temporal.PlainDate.from('2027-01-01'), MONTHS), true)
  assert.equal(isInSeason('winter', Temporal.PlainDate.from('2027-05-01'), MONTHS), false)
})

test('the months of a rule are read as numbers', () => {
  assert.deepEqual(monthsOfRule('12;1;2'), [12, 1, 2])
})

test('a rule that is not a list of months is refused', () => {
  for (const wrong of ['', '13', '5-9', 'May']) assert.throws(() => monthsOfRule(wrong), RangeError)
})
