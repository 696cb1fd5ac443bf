import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { dayFill } from '#app/domain/scheduling/day-fill.ts'
import { freeRuns, officeDay } from '#app/domain/scheduling/free-time.ts'

/** One counter, open for 100 ticks from 0; `taken` of them from the beginning on. */
function fillOf({ taken = 0, notBefore = 0, ticks = 2, counters = 1 } = {}) {
  const open = [{ start: 0, end: 100 }]
  const ticksTaken = new Set(Array.from({ length: taken }, (_, tick) => tick))
  const resources = Array.from({ length: counters }, (_, number) => ({
    resourceId: number,
    free: freeRuns(open, ticksTaken),
  }))
  return dayFill({ open: resources.map(() => open), day: officeDay(resources), ticks, notBefore })
}

test('an empty day has all its times free', () => {
  assert.deepEqual(fillOf(), { times: 50, free: 50, fullness: 'roomy' })
})

test('the counters of an office add up', () => {
  assert.deepEqual(fillOf({ counters: 3, taken: 50 }), { times: 150, free: 75, fullness: 'fairly-full' })
})

test('the share that is taken has its word', () => {
  const words = [0, 49, 50, 84, 85, 99, 100].map((taken) => fillOf({ taken, ticks: 1 }).fullness)
  assert.deepEqual(words, [
    ...['roomy', 'roomy', 'fairly-full', 'fairly-full'],
    ...['nearly-full', 'nearly-full', 'full'],
  ])
})

test('a leftover that is shorter than a time is no time', () => {
  assert.deepEqual(fillOf({ taken: 97, ticks: 4 }), { times: 25, free: 0, fullness: 'full' })
})

test('what has passed counts neither as open nor as free', () => {
  assert.deepEqual(fillOf({ notBefore: 80 }), { times: 10, free: 10, fullness: 'roomy' })
})

test('a day whose hours have passed is over, one without hours is closed', () => {
  assert.equal(fillOf({ notBefore: 100 }).fullness, 'over')
  assert.equal(dayFill({ open: [], day: null, ticks: 2, notBefore: 0 }).fullness, 'closed')
  assert.equal(dayFill({ open: [[]], day: null, ticks: 2, notBefore: 0 }).fullness, 'closed')
})

test('there are never more free times than times', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 99 })),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: -10, max: 110 }),
      (taken, ticks, notBefore) => {
        const open = [
          { start: 0, end: 40 },
          { start: 46, end: 100 },
        ]
        const day = officeDay([{ resourceId: 1, free: freeRuns(open, new Set(taken)) }])
        const { times, free } = dayFill({ open: [open], day, ticks, notBefore })
        assert.ok(free >= 0 && free <= times)
      },
    ),
  )
})
