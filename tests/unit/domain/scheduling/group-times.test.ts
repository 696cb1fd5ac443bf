import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { officeDay, type OfficeDay } from '#app/domain/scheduling/free-time.ts'
import {
  areFree,
  earliestGroupStart,
  endOfSeats,
  offeredGroupStarts,
  planGroup,
  type GroupNeed,
  type Seat,
  type Stay,
} from '#app/domain/scheduling/group-times.ts'

const WINDOW = 9

function dayOf(...counters: number[][]): OfficeDay {
  return officeDay(counters.map((free, index) => ({ resourceId: index + 1, free: Int32Array.from(free) })))
}

const aStay: fc.Arbitrary<Stay> = fc.record({
  ticks: fc.integer({ min: 1, max: 5 }),
  attendance: fc.constantFrom('alone', 'may-accompany', 'accompanied'),
})
const aGroup: fc.Arbitrary<GroupNeed> = fc.record({
  stays: fc.array(aStay, { minLength: 1, maxLength: 8 }),
  windowTicks: fc.constant(WINDOW),
  companions: fc.integer({ min: 1, max: 2 }),
})

/** People whom nothing ties to a guardian. */
function adults(...ticks: number[]): GroupNeed {
  const stays = ticks.map((one) => ({ ticks: one, attendance: 'may-accompany' as const }))
  return { stays, windowTicks: WINDOW, companions: 1 }
}

/** An adult for each letter a, a child for each c, of two ticks each. */
function family(letters: string, companions: number, windowTicks = WINDOW): GroupNeed {
  const stays = [...letters].map((letter) => ({
    ticks: 2,
    attendance: letter === 'c' ? ('accompanied' as const) : ('may-accompany' as const),
  }))
  return { stays, windowTicks, companions }
}

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

test('a family is served one after the other at one counter when that stays within the window', () => {
  const day = dayOf([100, 130], [100, 130])
  assert.deepEqual(planGroup(day, adults(2, 2, 3), 100), [
    { resourceId: 1, startTick: 100, ticks: 2 },
    { resourceId: 1, startTick: 102, ticks: 2 },
    { resourceId: 1, startTick: 104, ticks: 3 },
  ])
})

test('a family that would take too long at one counter is served side by side', () => {
  const day = dayOf([100, 130], [100, 130])
  const seats = planGroup(day, adults(3, 3, 3, 3), 100)
  assert.equal(seats && endOfSeats(seats), 106)
})

test('a family at a place with one counter is served without a gap, however long it takes', () => {
  const day = dayOf([100, 130])
  const seats = planGroup(day, adults(3, 3, 3, 3), 100)
  assert.equal(seats && endOfSeats(seats), 112)
})

test('two short gaps at different counters are enough for two people', () => {
  const day = dayOf([100, 102, 110, 111], [101, 103])
  assert.equal(earliestGroupStart(day, adults(2, 2), 0), 100)
})

test('gaps that lie further apart than the window are not offered to a family', () => {
  const day = dayOf([100, 102], [120, 122])
  assert.equal(earliestGroupStart(day, adults(2, 2), 0), null)
})

test('a fit is found when placing the longest greedily would miss it', () => {
  // 3 + 3 and 2 + 2 + 2 fill both counters; each to where it is finished first leaves the last 2 without room.
  const day = dayOf([100, 106], [100, 106])
  assert.notEqual(planGroup(day, adults(3, 3, 2, 2, 2), 100), null)
})

test('every plan seats everybody in free time, each tick once, and starts when it says', () => {
  fc.assert(
    fc.property(aDay, aGroup, (day, need) => {
      for (const start of offeredGroupStarts(day, need, 0)) {
        const seats = planGroup(day, need, start) ?? []
        assert.deepEqual(
          seats.map(({ ticks }) => ticks),
          need.stays.map(({ ticks }) => ticks),
        )
        assert.ok(areFree(day, seats))
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
        const total = need.stays.reduce((sum, { ticks }) => sum + ticks, 0)
        const together = new Set(seats.map(({ resourceId }) => resourceId)).size === 1
        const withoutGap = together && endOfSeats(seats) - start === total
        assert.ok(withoutGap || endOfSeats(seats) - start <= need.windowTicks)
      }
    }),
    { numRuns: 500 },
  )
})

test('the earliest start is the first that is offered, whoever asked before', () => {
  const aQuestion = fc.tuple(aGroup, fc.integer({ min: 95, max: 140 }))
  fc.assert(
    fc.property(aDay, fc.array(aQuestion, { minLength: 1, maxLength: 6 }), (day, questions) => {
      for (const [need, notBefore] of questions.flatMap(([need, tick]) =>
        [0, tick, 0].map((at) => [need, at] as const),
      )) {
        assert.equal(
          earliestGroupStart(day, need, notBefore),
          offeredGroupStarts(day, need, notBefore)[0] ?? null,
        )
      }
    }),
    { numRuns: 300 },
  )
})

test('a parent is not served at one counter while the child is at another', () => {
  const day = dayOf([100, 102], [100, 102])
  assert.equal(planGroup(day, family('ac', 1), 100), null)
  const later = dayOf([100, 102], [102, 104])
  assert.deepEqual(
    planGroup(later, family('ac', 1), 100)?.map(({ startTick }) => startTick),
    [100, 102],
  )
})

test('two children are served at once only when two guardians come along', () => {
  const day = dayOf([100, 102], [100, 102])
  assert.equal(planGroup(day, family('cc', 1), 100), null)
  assert.notEqual(planGroup(day, family('cc', 2), 100), null)
})

test('two parents with two children are never at more than two counters with a child at one of them', () => {
  const day = dayOf([100, 102], [100, 102], [100, 104], [102, 104])
  const seats = planGroup(day, family('aacc', 2, 4), 100)
  assert.equal(seats && endOfSeats(seats), 104)
})

test('adults are served all at once, also when they have a child that is served later', () => {
  const day = dayOf([100, 102], [100, 102], [100, 102], [102, 104])
  assert.notEqual(planGroup(day, family('aaac', 1, 4), 100), null)
})

test('nobody is in two places: a guardian stands beside each child, and is not served elsewhere meanwhile', () => {
  fc.assert(
    fc.property(aDay, aGroup, (day, need) => {
      for (const start of offeredGroupStarts(day, need, 0)) {
        const seats = planGroup(day, need, start) ?? []
        for (let tick = start; tick < endOfSeats(seats); tick += 1) {
          const served = need.stays.filter((_, index) => {
            const seat = seats[index]
            return seat && seat.startTick <= tick && tick < seat.startTick + seat.ticks
          })
          const children = served.filter(({ attendance }) => attendance === 'accompanied').length
          const parents = served.filter(({ attendance }) => attendance === 'may-accompany').length
          assert.ok(children === 0 || children + parents <= need.companions)
        }
      }
    }),
    { numRuns: 1_000 },
  )
})

test('whoever finds seats with one guardian finds them with two', () => {
  fc.assert(
    fc.property(aDay, aGroup, (day, { stays, ...rest }) => {
      // So few that every way is tried.
      const need = { ...rest, stays: stays.slice(0, 4) }
      for (const start of offeredGroupStarts(day, { ...need, companions: 1 }, 0)) {
        assert.notEqual(planGroup(day, { ...need, companions: 2 }, start), null)
      }
    }),
    { numRuns: 500 },
  )
})
