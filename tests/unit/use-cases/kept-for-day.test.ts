import assert from 'node:assert/strict'
import test, { describe } from 'node:test'
import { keptForDay } from '#app/use-cases/kept-for-day.ts'
import { todayOf } from '#app/use-cases/portal.server.ts'
import { aCatalogue } from '#tests/support/builders.ts'
import { aClockAt } from '#tests/support/movable-clock.ts'

describe('What is kept for a day', () => {
  const clock = aClockAt('2026-11-23T22:59:00Z')
  const portal = { catalogue: aCatalogue(), clock }
  let worked = 0
  const dayOf = keptForDay((some: typeof portal, key) => {
    worked += 1
    return `${key} on ${todayOf(some.clock)}`
  })

  test('is worked out once for each key', () => {
    assert.equal(dayOf(portal, 'bus'), 'bus on 2026-11-23')
    assert.equal(dayOf(portal, 'bus'), 'bus on 2026-11-23')
    assert.equal(dayOf(portal, 'boat'), 'boat on 2026-11-23')
    assert.equal(worked, 2)
  })

  test('belongs to one catalogue', () => {
    dayOf({ catalogue: aCatalogue(), clock }, 'bus')
    assert.equal(worked, 3)
  })

  test('is worked out anew when the day is over in Norway', () => {
    clock.forward({ minutes: 1 })
    assert.equal(dayOf(portal, 'bus'), 'bus on 2026-11-24')
  })
})
