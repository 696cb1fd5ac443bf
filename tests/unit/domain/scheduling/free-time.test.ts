import assert from 'node:assert/strict'
import test, { describe } from 'node:test'
import fc from 'fast-check'
import {
  earliestStart,
  freeRuns,
  offeredStarts,
  officeDay,
  rankResources,
  type OfficeDay,
} from '#app/domain/scheduling/free-time.ts'
import type { Interval } from '#app/domain/time/interval.ts'

describe('the free runs of a resource', () => {
  test('are its open time when nothing is taken', () => {
    assert.deepEqual(runsOf([{ start: 10, end: 20 }]), [10, 20])
  })

  test('are what is left around taken ticks', () => {
    assert.deepEqual(runsOf([{ start: 10, end: 20 }], [10, 13, 14, 19]), [11, 13, 15, 19])
  })

  test('do not go on over a break', () => {
    const open = [
      { start: 10, end: 12 },
      { start: 14, end: 16 },
    ]
    assert.deepEqual(runsOf(open), [10, 12, 14, 16])
  })

  test('do not mind what is taken outside the open time', () => {
    assert.deepEqual(runsOf([{ start: 10, end: 20 }], [9, 20, 21]), [10, 20])
  })

  test('are none when everything is taken, or nothing is open', () => {
    assert.deepEqual(runsOf([{ start: 10, end: 12 }], [10, 11]), [])
    assert.deepEqual(runsOf([]), [])
  })
})

describe('the earliest start', () => {
  test('is the first tick from which the whole stay is free', () => {
    assert.equal(earliestStart(aDay([10, 12, 20, 30]), 4, 0), 20)
  })

  test('is the earliest of all resources', () => {
    assert.equal(earliestStart(aDay([20, 30], [15, 30]), 4, 0), 15)
  })

  test('is not before the notice ends, and stays on the steps of its run', () => {
    assert.equal(earliestStart(aDay([10, 30]), 4, 13), 14)
  })

  test('is found in a later run when an earlier one rounds past it', () => {
    assert.equal(earliestStart(aDay([5, 30], [0, 3, 4, 20]), 5, 1), 4)
  })

  test('is none when no run is long enough, the rest of the day too short, or the day is full', () => {
    assert.equal(earliestStart(aDay([10, 13]), 4, 0), null)
    assert.equal(earliestStart(aDay([10, 20]), 4, 17), null)
    assert.equal(earliestStart(aDay([]), 1, 0), null)
  })
})

describe('the offered starts', () => {
  test('follow one another in whole lengths from the start of each run', () => {
    assert.deepEqual(offeredStarts(aDay([10, 17]), 3, 0), [10, 13])
  })

  test('are named once when several resources have them, in order', () => {
    assert.deepEqual(offeredStarts(aDay([14, 18], [10, 18]), 4, 0), [10, 14])
  })
})

describe('the choice of a resource', () => {
  test('is the one whose free run is shortest, so that long runs stay whole', () => {
    assert.deepEqual(rankResources(aDay([10, 30], [10, 14], [10, 20]), 10, 4), [2, 3, 1])
  })

  test('is before all one that is left without ticks that nobody can use', () => {
    assert.deepEqual(rankResources(aDay([11, 16], [10, 30]), 12, 2), [2, 1])
  })

  test('is the lower number when two are alike', () => {
    assert.deepEqual(rankResources(aDay([10, 20], [10, 20]), 10, 4), [1, 2])
  })

  test('leaves out those that are not free for the whole stay', () => {
    assert.deepEqual(rankResources(aDay([10, 13], [11, 20], [10, 14]), 10, 4), [3])
  })
})

describe('for any day', () => {
  const stay = fc.integer({ min: 1, max: 8 })
  const notBefore = fc.integer({ min: 0, max: 110 })
  const counter = fc.record({
    open: fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 30 })), {
      maxLength: 3,
    }),
    taken: fc.uniqueArray(fc.integer({ min: 0, max: 130 }), { maxLength: 60 }),
  })
  const counters = fc.array(
    counter.map(({ open, taken }) => ({ open: inOrder(open), taken: new Set(taken) })),
    { minLength: 1, maxLength: 4 },
  )
  const anyDay = fc.record({ counters, ticks: stay, notBefore })

  test('each offered start is free and open for the whole stay at one resource, and not before the notice', () => {
    fc.assert(
      fc.property(anyDay, (some) => {
        for (const start of offeredStarts(dayOf(some.counters), some.ticks, some.notBefore)) {
          assert.ok(start >= some.notBefore)
          assert.ok(some.counters.some((one) => isFree(one, start, some.ticks)))
        }
      }),
    )
  })

  test('the earliest start is the first one that is offered', () => {
    fc.assert(
      fc.property(anyDay, (some) => {
        const day = dayOf(some.counters)
        const [first] = offeredStarts(day, some.ticks, some.notBefore)
        assert.equal(earliestStart(day, some.ticks, some.notBefore), first ?? null)
      }),
    )
  })

  test('nothing is offered only when nothing is free from the start of a run', () => {
    fc.assert(
      fc.property(anyDay, ({ counters, ticks }) => {
        const isFreeAnywhere = counters.some((one) =>
          Array.from({ length: 140 }, (_, start) => start).some((start) => isFree(one, start, ticks)),
        )
        assert.equal(offeredStarts(dayOf(counters), ticks, 0).length > 0, isFreeAnywhere)
      }),
    )
  })

  test('the resources for an offered start are exactly those that are free for it', () => {
    fc.assert(
      fc.property(anyDay, ({ counters, ticks }) => {
        const day = dayOf(counters)
        for (const start of offeredStarts(day, ticks, 0)) {
          const free = counters.flatMap((one, index) => (isFree(one, start, ticks) ? [index + 1] : []))
          assert.deepEqual(rankResources(day, start, ticks).sort(), free)
        }
      }),
    )
  })

  test('when people of one length take offered starts in any order, no free time of that length is left', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.array(fc.nat(), { minLength: 1, maxLength: 150 }),
        ({ counters, ticks }, choices) => {
          const places = counters.map(({ open, taken }) => ({ open, taken: new Set(taken) }))
          const most = counters.map((one) => capacity(one, ticks)).reduce((all, one) => all + one, 0)
          let booked = 0
          for (;;) {
            const starts = offeredStarts(dayOf(places), ticks, 0)
            const start = starts[(choices[booked % choices.length] ?? 0) % Math.max(1, starts.length)]
            if (start === undefined) break
            const [resource = 0] = rankResources(dayOf(places), start, ticks)
            for (let tick = start; tick < start + ticks; tick += 1) places[resource - 1]?.taken.add(tick)
            booked += 1
          }
          assert.equal(booked, most)
        },
      ),
    )
  })
})

type Counter = { open: Interval[]; taken: ReadonlySet<number> }

function runsOf(open: Interval[], taken: number[] = []): number[] {
  return [...freeRuns(open, new Set(taken))]
}

/** One resource for each list of runs, numbered from 1. */
function aDay(...runs: number[][]): OfficeDay {
  return officeDay(runs.map((free, index) => ({ resourceId: index + 1, free: Int32Array.from(free) })))
}

function dayOf(counters: readonly Counter[]): OfficeDay {
  return aDay(...counters.map(({ open, taken }) => [...freeRuns(open, taken)]))
}

/** Openings made of gaps and lengths, so that they are sorted and apart. */
function inOrder(openings: [number, number][]): Interval[] {
  let end = 0
  return openings.map(([gap, length]) => {
    const start = end + (gap % 20) + 1
    end = start + length
    return { start, end }
  })
}

function isFree({ open, taken }: Counter, start: number, ticks: number): boolean {
  const isOpen = open.some((interval) => interval.start <= start && start + ticks <= interval.end)
  return isOpen && Array.from({ length: ticks }, (_, step) => start + step).every((tick) => !taken.has(tick))
}

/** How many stays fit into the free runs of a counter at most. */
function capacity({ open, taken }: Counter, ticks: number): number {
  const runs = freeRuns(open, taken)
  let fit = 0
  for (let at = 0; at < runs.length; at += 2)
    fit += Math.floor(((runs[at + 1] ?? 0) - (runs[at] ?? 0)) / ticks)
  return fit
}
