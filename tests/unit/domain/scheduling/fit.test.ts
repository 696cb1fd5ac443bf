import assert from 'node:assert/strict'
import test from 'node:test'
import { fitOf } from '#app/domain/scheduling/fit.ts'
import { NO_FILTER } from '#app/domain/scheduling/search-filter.ts'

const NEAR = { distanceKm: 24.9, hoursBasis: 'source-2022', earliest: 1 } as const
const EVENING = { ...NO_FILTER, evening: true }
const WITHIN_25 = { ...NO_FILTER, withinKm: 25 }

test('a place that has a time within the filter fits', () => {
  assert.equal(fitOf(NEAR, { withinKm: 25, evening: true, weekdays: [1] }), 'fits')
})

test('a place without a time does not fit a filter, and is listed when there is none', () => {
  const full = { ...NEAR, earliest: null }
  assert.deepEqual(
    [EVENING, WITHIN_25, NO_FILTER].map((filter) => fitOf(full, filter)),
    ['no', 'no', 'fits'],
  )
})

test('a place that is farther away does not fit, nor does one that nobody knows the distance to', () => {
  // 25.4 is shown as "25 km": what one reads agrees with the limit.
  assert.equal(fitOf({ ...NEAR, distanceKm: 25.4 }, WITHIN_25), 'fits')
  assert.equal(fitOf({ ...NEAR, distanceKm: 25.6 }, WITHIN_25), 'no')
  assert.equal(fitOf({ ...NEAR, distanceKm: null }, WITHIN_25), 'no')
})

test('where the hours are not known it is not known whether the place fits, with or without a time', () => {
  for (const earliest of [1, null]) {
    const assumed = { ...NEAR, hoursBasis: 'assumed', earliest } as const
    assert.equal(fitOf(assumed, EVENING), 'unknown')
    assert.equal(fitOf(assumed, { ...NO_FILTER, weekdays: [6] }), 'unknown')
    assert.equal(fitOf({ ...assumed, distanceKm: 26 }, { ...EVENING, withinKm: 25 }), 'no')
  }
})

test('hours that are not known do not matter to a distance', () => {
  assert.equal(fitOf({ ...NEAR, hoursBasis: 'assumed' }, WITHIN_25), 'fits')
})

test('the days of a bus are a plan, so known', () => {
  assert.equal(fitOf({ ...NEAR, hoursBasis: 'demonstration' }, EVENING), 'fits')
})
