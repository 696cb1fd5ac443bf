import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { officeDay, type OfficeDay } from '#app/domain/scheduling/free-time.ts'
import {
  earliestGroupStart,
  endOfSeats,
  offeredGroupStarts,
  planGroup,
  type Seat,
} from '#app/domain/scheduling/group-times.ts'

const WINDOW = 9

function dayOf(...counters: number[][]): OfficeDay {
  return officeDay(counters.map((free, index) => ({ resourceId: index + 1, free: Int32Array.from(free) })))
}

const aStay = fc.integer({ min: 1, max: 5 })
const aGroup = fc
  .array(aStay, { minLength: 1, maxLength: 8 })
  .map((stays) => ({ stays, windowTicks: WINDOW }))
/** Runs with a gap of at least one tick between them. */
const aCounter = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 14 })), { maxLength: 5 })
  .map((pairs) => {
    const free: number[] = []
    let at = 100
    for (const [gap, length] of pairs) {
      free.push(at + gap, at + gap + length)
      at += gap + length
    }
    return free
  })
const aDay = fc.array(aCounter, { minLength: 1, maxLength: 5 }).map((counters) => dayOf(...counters))

function ticksOf(seats: readonly Seat[]): string[] {
  return seats.flatMap(({ resourceId, startTick, ticks }) =>
    Array.from({ length: ticks }, (_, step) => `${resourceId} ${startTick + step}`),
  )
}

function isFree(day: OfficeDay, { resourceId, startTick, ticks }: Seat): boolean {
  const free = day.resources.find((resource) => resource.resourceId === resourceId)?.free ?? []
  for (let at = 0; at < free.length; at += 2) {
    if ((free[at] ?? 0) <= startTick && startTick + ticks <= (free[at + 1] ?? 0)) return true
  }
  return false
}

test('a family is served one after the other at one counter when that stays within the window', () => {
  const day = dayOf([100, 130], [100, 130])
  assert.deepEqual(planGroup(day, { stays: [2, 2, 3], windowTicks: WINDOW }, 100), [
    { resourceId: 1, startTick: 100, ticks: 2 },
    { resourceId: 1, startTick: 102, ticks: 2 },
    { resourceId: 1, startTick: 104, ticks: 3 },
  ])
})

test('a family that would take too long at one counter is served side by side', () => {
  const day = dayOf([100, 130], [100, 130])
  const seats = planGroup(day, { stays: [3, 3, 3, 3], windowTicks: WINDOW }, 100)
  assert.equal(seats && endOfSeats(seats), 106)
})

test('a family at a place with one counter is served without a gap, however long it takes', () => {
  const day = dayOf([100, 130])
  const seats = planGroup(day, { stays: [3, 3, 3, 3], windowTicks: WINDOW }, 100)
  assert.equal(seats && endOfSeats(seats), 112)
})

test('two short gaps at different counters are enough for two people', () => {
  const day = dayOf([100, 102, 110, 111], [101, 103])
  assert.equal(earliestGroupStart(day, { stays: [2, 2], windowTicks: WINDOW }, 0), 100)
})

test('gaps that lie further apart than the window are not offered to a family', () => {
  const day = dayOf([100, 102], [120, 122])
  assert.equal(earliestGroupStart(day, { stays: [2, 2], windowTicks: WINDOW }, 0), null)
})

test('a fit is found when placing the longest greedily would miss it', () => {
  // 3 + 3 and 2 + 2 + 2 fill both counters; each to where it is finished first leaves the last 2 without room.
  const day = dayOf([100, 106], [100, 106])
  assert.notEqual(planGroup(day, { stays: [3, 3, 2, 2, 2], windowTicks: WINDOW }, 100), null)
})

test('every plan seats everybody in free time, each tick once, and starts when it says', () => {
  fc.assert(
    fc.property(aDay, aGroup, (day, need) => {
      for (const start of offeredGroupStarts(day, need, 0)) {
        const seats = planGroup(day, need, start) ?? []
        assert.deepEqual(
          seats.map(({ ticks }) => ticks),
          need.stays,
        )
        assert.ok(seats.every((seat) => isFree(day, seat)))
        assert.equal(new Set(ticksOf(seats)).size, ticksOf(seats).length)
        assert.equal(Math.min(...seats.map(({ startTick }) => startTick)), start)
      }
    }),
    { numRuns: 500 },
  )
})

test('no family is torn apart: within the window, or at one counter without a gap', () => {
  fc.assert(
    fc.property(aDay, aGroup, (day, need) => {
      for (const start of offeredGroupStarts(day, need, 0)) {
        const seats = planGroup(day, need, start) ?? []
        const total = need.stays.reduce((sum, ticks) => sum + ticks, 0)
        const together = new Set(seats.map(({ resourceId }) => resourceId)).size === 1
        const withoutGap = together && endOfSeats(seats) - start === total
        assert.ok(withoutGap || endOfSeats(seats) - start <= need.windowTicks)
      }
    }),
    { numRuns: 500 },
  )
})

test('the earliest start is the first that is offered', () => {
  fc.assert(
    fc.property(aDay, aGroup, fc.integer({ min: 95, max: 140 }), (day, need, notBefore) => {
      assert.equal(
        earliestGroupStart(day, need, notBefore),
        offeredGroupStarts(day, need, notBefore)[0] ?? null,
      )
    }),
    { numRuns: 500 },
  )
})
