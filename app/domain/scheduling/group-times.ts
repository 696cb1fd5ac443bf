import type { Interval } from '../time/interval.ts'
import { earliestStart, offeredStarts, rankResources, type OfficeDay } from './free-time.ts'
import { shapeOf, type GroupShape } from './group-shape.ts'
import { sideBySide } from './side-by-side.ts'

/** Where and when one person of a group is served, in ticks. */
export type Seat = { resourceId: number; startTick: number; ticks: number }

/**
 * One person's time at a counter. `accompanied`: a guardian stands beside; `may-accompany`: an adult, who may be that
 * guardian; `alone`: nobody has to be there, and the person is nobody's guardian.
 */
export type Stay = { ticks: number; attendance: 'alone' | 'may-accompany' | 'accompanied' }

/**
 * What the people of one appointment need, in their order. `windowTicks`: how long it may take from the first start to
 * the last end when they are served side by side. `companions`: how many guardians come along; nobody can be at two
 * counters, so children at counters and adults who are served meanwhile are never more than that.
 */
export type GroupNeed = { stays: readonly Stay[]; windowTicks: number; companions: number }

/**
 * Seats for everybody, the first of them at `start`; null when they do not fit. One counter for all when that stays
 * within the window; else side by side within the window; else one counter for as long as it takes, without a gap. A
 * group is never torn apart in any other way.
 */
export function planGroup(day: OfficeDay, need: GroupNeed, start: number): Seat[] | null {
  const [stay, ...others] = need.stays
  if (!stay) return null
  if (others.length === 0) {
    const [resourceId] = rankResources(day, start, stay.ticks)
    return resourceId === undefined ? null : [{ resourceId, startTick: start, ticks: stay.ticks }]
  }
  const { total, mayFitWindow } = shapeOf(need)
  const together = day.longest >= total ? atOneCounter(day, need, start) : null
  if (together && total <= need.windowTicks) return together
  return (mayFitWindow ? sideBySide(day, need, start) : null) ?? together
}

/** The earliest start for a group at or after a tick, or null. */
export function earliestGroupStart(day: OfficeDay, need: GroupNeed, notBefore: number): number | null {
  const [stay, ...others] = need.stays
  if (!stay) return null
  if (others.length === 0) return earliestStart(day, stay.ticks, notBefore)
  if (!mayHold(day, shapeOf(need))) return null
  const found = foundOn(day, need)
  const { earliest } = found
  const holds = earliest && earliest.from <= notBefore && (earliest.start ?? Infinity) >= notBefore
  if (holds) return earliest.start
  const start = candidateStarts(day, need, notBefore).find((one) => planGroup(day, need, one)) ?? null
  found.earliest = { from: notBefore, start }
  return start
}

/** Every start that is offered to a group on a day, sorted. */
export function offeredGroupStarts(day: OfficeDay, need: GroupNeed, notBefore: number): number[] {
  const [stay, ...others] = need.stays
  if (!stay) return []
  if (others.length === 0) return offeredStarts(day, stay.ticks, notBefore)
  if (!mayHold(day, shapeOf(need))) return []
  const found = foundOn(day, need)
  if (!found.offered || notBefore < found.offered.from) {
    const starts = candidateStarts(day, need, notBefore).filter((start) => planGroup(day, need, start))
    found.offered = { from: notBefore, starts }
  }
  return found.offered.starts.filter((start) => start >= notBefore)
}

/**
 * What has been found out for a group on a day, from a tick on. A later tick leaves fewer starts and makes no new ones,
 * so it holds for that too.
 */
type Found = {
  earliest?: { from: number; start: number | null }
  offered?: { from: number; starts: readonly number[] }
}

/** A day that changes is a new object, so what is found out on one holds as long as it lives. */
const foundOnDays = new WeakMap<OfficeDay, Map<number, Found>>()

/** Kinds of groups that are remembered of one day; a country has some dozens that are common. */
const MOST_KINDS = 24

/** Remembered, because whether several people fit takes far longer to find out than for one. */
function foundOn(day: OfficeDay, need: GroupNeed): Found {
  const { kind } = shapeOf(need)
  const kinds = foundOnDays.get(day) ?? new Map<number, Found>()
  const known = kinds.get(kind)
  if (known) return known
  if (kinds.size >= MOST_KINDS) kinds.clear()
  const nothing: Found = {}
  foundOnDays.set(day, kinds.set(kind, nothing))
  return nothing
}

/** People with their seats; both in the same order. */
export function seated<P>(people: readonly P[], seats: readonly Seat[]): (P & Seat)[] {
  return people.map((person, index) => {
    const seat = seats[index]
    if (!seat) throw new RangeError('Somebody has no seat')
    return { ...person, ...seat }
  })
}

/** When the last of a group is finished. */
export function endOfSeats(seats: readonly Seat[]): number {
  return Math.max(...seats.map(({ startTick, ticks }) => startTick + ticks))
}

/** True when all seats lie in free time. */
export function areFree(day: OfficeDay, seats: readonly Seat[]): boolean {
  return seats.every(({ resourceId, startTick, ticks }) => {
    const free = day.resources.find((resource) => resource.resourceId === resourceId)?.free ?? []
    for (let at = 0; at < free.length; at += 2) {
      if ((free[at] ?? 0) <= startTick && startTick + ticks <= (free[at + 1] ?? 0)) return true
    }
    return false
  })
}

/**
 * Starts worth trying: steps of the shortest stay from the beginning of each free run, where enough is free within the
 * window – or anywhere on the day, for who may need one counter for longer.
 */
function candidateStarts(day: OfficeDay, need: GroupNeed, notBefore: number): number[] {
  const shape = shapeOf(need)
  const mayTakeLonger = day.longest >= shape.total
  if (!mayTakeLonger && !shape.mayFitWindow) return []
  const runs = runsOf(day)
  const freeBetween = mayTakeLonger ? () => shape.total : roomOf(runs)
  const starts: number[] = []
  for (const { start: runStart, end } of runs) {
    const late = Math.max(0, Math.ceil((notBefore - runStart) / shape.shortest))
    for (
      let start = runStart + late * shape.shortest;
      start + shape.shortest <= end;
      start += shape.shortest
    ) {
      if (freeBetween(start, start + need.windowTicks) >= shape.total) starts.push(start)
    }
  }
  starts.sort((a, b) => a - b)
  return starts.filter((start, index) => start !== starts[index - 1])
}

/** A look at sums that spares most days: for each length, the free runs must hold all who stay so long or longer. */
function mayHold(day: OfficeDay, { total, longest, atLeast }: GroupShape): boolean {
  if (day.longest < longest || day.total < total) return false
  return atLeast.every(({ ticks, people }) => (day.stays[ticks] ?? people) >= people)
}

function runsOf({ resources }: OfficeDay): Interval[] {
  const runs: Interval[] = []
  for (const { free } of resources) {
    for (let at = 0; at < free.length; at += 2) runs.push({ start: free[at] ?? 0, end: free[at + 1] ?? 0 })
  }
  return runs
}

/** How many ticks are free between two, at all counters together; sums from the beginning make each answer cheap. */
function roomOf(runs: readonly Interval[]): (start: number, end: number) => number {
  let first = Infinity
  let last = -Infinity
  for (const { start, end } of runs) {
    if (start < first) first = start
    if (end > last) last = end
  }
  const sums = new Int32Array(last - first + 1)
  for (const { start, end } of runs) {
    for (let tick = start; tick < end; tick += 1) sums[tick - first + 1] = (sums[tick - first + 1] ?? 0) + 1
  }
  for (let at = 1; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + (sums[at - 1] ?? 0)
  return (start, end) => (sums[Math.min(end, last) - first] ?? 0) - (sums[start - first] ?? 0)
}

/** One after the other at the counter whose free run is shortest among those that fit. */
function atOneCounter(day: OfficeDay, need: GroupNeed, start: number): Seat[] | null {
  const end = start + shapeOf(need).total
  let best: { resourceId: number; length: number } | null = null
  for (const { resourceId, free } of day.resources) {
    for (let at = 0; at < free.length; at += 2) {
      const [runStart, runEnd] = [free[at] ?? 0, free[at + 1] ?? 0]
      const length = runEnd - runStart
      if (runStart <= start && end <= runEnd && (!best || length < best.length)) best = { resourceId, length }
    }
  }
  if (!best) return null
  const { resourceId } = best
  let next = start
  return need.stays.map(({ ticks }) => {
    const startTick = next
    next += ticks
    return { resourceId, startTick, ticks }
  })
}
