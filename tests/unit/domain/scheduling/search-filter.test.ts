import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import {
  NO_FILTER,
  asksForHours,
  chosenParts,
  dayBounds,
  filterInForce,
  withoutPart,
  type SearchFilter,
} from '#app/domain/scheduling/search-filter.ts'
import { tickToInstant } from '#app/domain/time/tick.ts'
import { tickOf } from '#tests/support/builders.ts'

const NOW = tickOf('2026-11-23T08:00')
/** Monday to Sunday. */
const WEEK = Array.from({ length: 7 }, (_, ahead) =>
  Temporal.PlainDate.from('2026-11-23').add({ days: ahead }).toString(),
)

function bounds(filter: Partial<SearchFilter>, { days = WEEK, notBefore = NOW } = {}) {
  return dayBounds({ days, filter: { ...NO_FILTER, ...filter }, notBefore, eveningFrom: '16:00' })
}

test('without a filter every day counts from now on', () => {
  assert.deepEqual(bounds({}), Array(7).fill(NOW))
})

test('a distance says nothing about the days', () => {
  assert.deepEqual(bounds({ withinKm: 25 }), bounds({}))
})

test('an evening begins at its hour on the clock of each day', () => {
  assert.deepEqual(
    bounds({ evening: true }),
    WEEK.map((day) => tickOf(`${day}T16:00`)),
  )
})

test('in the evening itself what counts begins now', () => {
  const notBefore = tickOf('2026-11-23T18:30')
  assert.equal(bounds({ evening: true }, { notBefore })[0], notBefore)
})

test('only the weekdays that are chosen count', () => {
  const [monday, wednesday] = [NOW, NOW]
  assert.deepEqual(bounds({ weekdays: [1, 3] }), [monday, null, wednesday, null, null, null, null])
})

test('the evening of a chosen weekday is both', () => {
  const tuesday = tickOf('2026-11-24T16:00')
  assert.deepEqual(bounds({ evening: true, weekdays: [2] }), [null, tuesday, null, null, null, null, null])
})

test('an evening begins at the same hour on the clock on the days on which the clock is changed', () => {
  for (const day of ['2026-10-24', '2026-10-25', '2026-10-26', '2027-03-27', '2027-03-28', '2027-03-29']) {
    const [tick] = bounds({ evening: true }, { days: [day], notBefore: 0 })
    const clock = tickToInstant(tick ?? 0).toZonedDateTimeISO('Europe/Oslo')
    assert.equal(clock.toPlainDateTime().toString(), `${day}T16:00:00`)
  }
})

test('a bound is never before now, and never before the evening when one is asked for', () => {
  fc.assert(
    fc.property(
      fc.record({
        withinKm: fc.constant(null),
        evening: fc.boolean(),
        weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
      }),
      fc.integer({ min: NOW - 5_000, max: NOW + 5_000 }),
      (filter, notBefore) => {
        for (const [index, tick] of bounds(filter, { notBefore }).entries()) {
          const isAsked = filter.weekdays.length === 0 || filter.weekdays.includes(index + 1)
          assert.equal(tick !== null, isAsked)
          if (tick === null) continue
          assert.ok(tick >= notBefore)
          if (filter.evening) assert.ok(tick >= tickOf(`${WEEK[index]}T16:00`))
        }
      },
    ),
  )
})

test('the hours matter to an evening and to weekdays, not to a distance', () => {
  const asked = [{ evening: true }, { weekdays: [1] }, { withinKm: 25 }, {}].map((some) =>
    asksForHours({ ...NO_FILTER, ...some }),
  )
  assert.deepEqual(asked, [true, true, false, false])
})

test('each part that is chosen can be taken away alone, until nothing is left', () => {
  const all: SearchFilter = { withinKm: 25, evening: true, weekdays: [1] }
  assert.deepEqual(chosenParts(all), ['distance', 'evening', 'weekdays'])
  for (const part of chosenParts(all)) assert.ok(!chosenParts(withoutPart(all, part)).includes(part))
  assert.deepEqual(chosenParts(all).reduce(withoutPart, all), NO_FILTER)
})

test('a distance that is not offered, or from nowhere, is not in force; the rest is', () => {
  const filter: SearchFilter = { withinKm: 25, evening: true, weekdays: [1] }
  const offered = { distancesKm: [25, 50], hasPlace: true }
  assert.deepEqual(filterInForce(filter, offered), filter)
  assert.deepEqual(filterInForce(filter, { ...offered, hasPlace: false }), { ...filter, withinKm: null })
  assert.deepEqual(filterInForce({ ...filter, withinKm: 26 }, offered), { ...filter, withinKm: null })
})
