import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { NO_FILTER, type SearchFilter } from '#app/domain/scheduling/search-filter.ts'
import { readFilter, writeFilter } from '#app/routes/passport/filter-answers.ts'

test('a filter is read from the address it was written to', () => {
  const aFilter: fc.Arbitrary<SearchFilter> = fc.record(
    {
      withinKm: fc.option(fc.integer({ min: 1, max: 9999 })),
      evening: fc.boolean(),
      weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
    },
    { noNullPrototype: true },
  )
  fc.assert(
    fc.property(aFilter, (filter) => {
      const search = new URLSearchParams()
      writeFilter(search, filter)
      assert.deepEqual(readFilter(new URLSearchParams(search.toString())), filter)
    }),
  )
})

test('an address without a filter has none, and none is written as nothing', () => {
  const search = new URLSearchParams()
  writeFilter(search, NO_FILTER)
  assert.equal(search.size, 0)
  assert.deepEqual(readFilter(search), NO_FILTER)
})

test('a form that was sent with nothing chosen asks for nothing', () => {
  assert.deepEqual(readFilter(new URLSearchParams('within=&hours=')), NO_FILTER)
})

test('weekdays come in the order of the week, each once', () => {
  assert.deepEqual(readFilter(new URLSearchParams('weekday=5&weekday=1&weekday=5')).weekdays, [1, 5])
})

for (const tampered of [
  'within=0&hours=EVENING&weekday=0',
  'within=-25&hours=night&weekday=8',
  'within=1e3&hours=1&weekday=1.5',
  'within=99999&hours=__proto__&weekday=monday',
  'within=25%20&weekday=%201',
  'within=NaN&within=25&weekday=',
]) {
  test(`what makes no sense counts as not chosen: ${tampered}`, () => {
    const { withinKm, ...rest } = readFilter(new URLSearchParams(tampered))
    assert.deepEqual(rest, { evening: false, weekdays: [] })
    // Of a parameter that stands twice the last counts.
    assert.equal(withinKm, tampered.endsWith('within=25&weekday=') ? 25 : null)
  })
}
