import type { Interval } from '../time/interval.ts'
import type { OfficeDay } from './free-time.ts'
import { shapeOf, type GroupShape } from './group-shape.ts'
import type { GroupNeed, Seat, Stay } from './group-times.ts'

/** A free stretch of one counter that can take people one after the other. */
type Stretch = { resourceId: number; start: number; end: number }

/**
 * Ways to seat a group that are tried for one start. A family of four is mostly seated by the first; where none of
 * these fits, a later start is offered.
 */
const MOST_TRIES = 100

/**
 * Seats at several counters, everybody within the window and the first at `start`; null when there is no way, or none
 * among those that are tried.
 */
export function sideBySide(day: OfficeDay, need: GroupNeed, start: number): Seat[] | null {
  const shape = shapeOf(need)
  const stretches = stretchesWithin(day, { start, end: start + need.windowTicks }, shape.shortest)
  if (!stretches.some((stretch) => stretch.start === start) || !haveRoom(stretches, shape)) return null
  stretches.sort((a, b) => a.start - b.start || a.end - b.end || a.resourceId - b.resourceId)
  const quick = shape.isLimited ? null : earliestFinish(stretches, need, start)
  return quick ?? seatOneByOne(stretches, need, start) ?? asWithFewer(day, shape, start)
}

/** What a guardian less could manage more can too, also where the tries did not find it: there are fewer ways to try. */
function asWithFewer(day: OfficeDay, { withFewer }: GroupShape, start: number): Seat[] | null {
  return withFewer && shapeOf(withFewer).mayFitWindow ? sideBySide(day, withFewer, start) : null
}

/** A cheap look that spares most searches: for each length, the free runs must hold all who stay so long or longer. */
function haveRoom(runs: readonly Interval[], { atLeast, total }: GroupShape): boolean {
  for (const { ticks, people } of atLeast) {
    let seats = 0
    for (const { start, end } of runs) seats += Math.floor((end - start) / ticks)
    if (seats < people) return false
  }
  let room = 0
  for (const { start, end } of runs) room += end - start
  return room >= total
}

/** The free stretches of a time that can take at least one person. */
function stretchesWithin(day: OfficeDay, { start, end }: Interval, shortest: number): Stretch[] {
  const stretches: Stretch[] = []
  for (const { resourceId, free } of day.resources) {
    for (let at = 0; at < free.length; at += 2) {
      const runStart = free[at] ?? 0
      const runEnd = free[at + 1] ?? 0
      if (runStart >= end) break
      const from = runStart > start ? runStart : start
      const to = runEnd < end ? runEnd : end
      if (to - from >= shortest) stretches.push({ resourceId, start: from, end: to })
    }
  }
  return stretches
}

/** Each person to the stretch where they begin earliest. Fast and nearly always enough. */
function earliestFinish(stretches: readonly Stretch[], need: GroupNeed, start: number): Seat[] | null {
  const next = stretches.map((stretch) => stretch.start)
  const placed: number[] = []
  for (const person of shapeOf(need).order) {
    const ticks = need.stays[person]?.ticks ?? 0
    let best = -1
    for (const [index, { end }] of stretches.entries()) {
      const begin = next[index] ?? 0
      if (begin + ticks <= end && (best < 0 || begin < (next[best] ?? 0))) best = index
    }
    if (best < 0) return null
    next[best] = (next[best] ?? 0) + ticks
    placed[person] = best
  }
  const seats = seatsIn(stretches, need.stays, placed)
  return seats.some(({ startTick }) => startTick === start) ? seats : null
}

/** People of one stretch follow each other in the order of the group. */
function seatsIn(stretches: readonly Stretch[], stays: readonly Stay[], placed: readonly number[]): Seat[] {
  const next = stretches.map(({ start }) => start)
  return stays.map(({ ticks }, person) => {
    const index = placed[person] ?? 0
    const startTick = next[index] ?? 0
    next[index] = startTick + ticks
    return { resourceId: stretches[index]?.resourceId ?? 0, startTick, ticks }
  })
}

/**
 * Seats people one by one in every order, each as early as their stretch and the guardians allow, and goes back when
 * somebody is left over. A counter may stand idle for a while: the guardian is at another.
 */
function seatOneByOne(stretches: readonly Stretch[], need: GroupNeed, start: number): Seat[] | null {
  const { stays, companions, windowTicks } = need
  const { order, kindOf } = shapeOf(need)
  const next = stretches.map((stretch) => stretch.start)
  const children = new Int32Array(windowTicks)
  const adults = new Int32Array(windowTicks)
  const seats: (Seat | undefined)[] = stays.map(() => undefined)
  let tries = 0

  function mayStand({ attendance, ticks }: Stay, begin: number): boolean {
    if (attendance === 'alone') return true
    for (let at = begin - start; at < begin - start + ticks; at += 1) {
      const standing = children[at] ?? 0
      const beside = attendance === 'accompanied' || standing > 0
      if (beside && standing + (adults[at] ?? 0) + 1 > companions) return false
    }
    return true
  }

  function count({ attendance, ticks }: Stay, begin: number, change: 1 | -1): void {
    if (attendance === 'alone') return
    const counts = attendance === 'accompanied' ? children : adults
    for (let at = begin - start; at < begin - start + ticks; at += 1) counts[at] = (counts[at] ?? 0) + change
  }

  /** Two stretches that go on alike are the same choice. */
  function isLikeEarlier(index: number): boolean {
    for (let other = 0; other < index; other += 1) {
      if (next[other] === next[index] && stretches[other]?.end === stretches[index]?.end) return true
    }
    return false
  }

  function place(left: number): boolean {
    if (left === 0) return true
    let triedKinds = 0
    for (const person of order) {
      const stay = stays[person]
      const kind = 1 << (kindOf[person] ?? 0)
      if (!stay || seats[person] || triedKinds & kind) continue
      triedKinds |= kind
      for (const [index, { resourceId, end }] of stretches.entries()) {
        const from = next[index] ?? 0
        if (from + stay.ticks > end || isLikeEarlier(index)) continue
        if ((tries += 1) > MOST_TRIES) return false
        let begin = from
        while (begin + stay.ticks <= end && !mayStand(stay, begin)) begin += 1
        // The first to be seated begins the group's time.
        if (begin + stay.ticks > end || (left === stays.length && begin !== start)) continue
        seats[person] = { resourceId, startTick: begin, ticks: stay.ticks }
        next[index] = begin + stay.ticks
        count(stay, begin, 1)
        if (place(left - 1)) return true
        count(stay, begin, -1)
        next[index] = from
        seats[person] = undefined
      }
    }
    return false
  }

  return place(stays.length) ? seats.filter((seat) => seat !== undefined) : null
}
