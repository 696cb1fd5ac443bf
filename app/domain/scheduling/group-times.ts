import type { OfficeDay } from './free-time.ts'

/** Where and when one person of a group is served, in ticks. */
export type Seat = { resourceId: number; startTick: number; ticks: number }

/**
 * What a group needs: the length of each person's stay in ticks, in the order of the people, and the window: how long
 * it may take from the first start to the last end when people are served side by side.
 */
export type GroupNeed = { stays: readonly number[]; windowTicks: number }

/** A free stretch of one counter that can take people one after the other. */
type Stretch = { resourceId: number; start: number; end: number }

/**
 * Seats for everybody, the first of them at `start`; null when they do not fit. One counter for all when that stays
 * within the window (one guardian can then be with each child); else side by side within the window; else one counter
 * for as long as it takes, without a gap. A group is never torn apart in any other way.
 */
export function planGroup(day: OfficeDay, need: GroupNeed, start: number): Seat[] | null {
  const total = totalOf(need.stays)
  const together = atOneCounter(day, need.stays, start)
  if (together && total <= need.windowTicks) return together
  return sideBySide(day, need, start) ?? together
}

/** The earliest start for a group at or after a tick, or null. */
export function earliestGroupStart(day: OfficeDay, need: GroupNeed, notBefore: number): number | null {
  for (const start of candidateStarts(day, need, notBefore)) {
    if (planGroup(day, need, start)) return start
  }
  return null
}

/** Every start that is offered to a group on a day, sorted. */
export function offeredGroupStarts(day: OfficeDay, need: GroupNeed, notBefore: number): number[] {
  return candidateStarts(day, need, notBefore).filter((start) => planGroup(day, need, start) !== null)
}

/** When the last of a group is finished. */
export function endOfSeats(seats: readonly Seat[]): number {
  return Math.max(...seats.map(({ startTick, ticks }) => startTick + ticks))
}

/** Starts worth trying: steps of the shortest stay from the beginning of each free run. */
function candidateStarts(day: OfficeDay, { stays }: GroupNeed, notBefore: number): number[] {
  const longest = Math.max(...stays)
  if (day.longest < longest || freeTicks(day) < totalOf(stays)) return []
  const step = Math.min(...stays)
  const starts = new Set<number>()
  for (const { free } of day.resources) {
    for (let at = 0; at < free.length; at += 2) {
      const runStart = free[at] ?? 0
      const end = free[at + 1] ?? 0
      const first =
        runStart >= notBefore ? runStart : runStart + Math.ceil((notBefore - runStart) / step) * step
      for (let start = first; start + step <= end; start += step) starts.add(start)
    }
  }
  return [...starts].sort((a, b) => a - b)
}

/** One after the other at the counter whose free run is shortest among those that fit. */
function atOneCounter(day: OfficeDay, stays: readonly number[], start: number): Seat[] | null {
  const end = start + totalOf(stays)
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
  return stays.map((ticks) => {
    const startTick = next
    next += ticks
    return { resourceId, startTick, ticks }
  })
}

/** At several counters, everybody within the window. */
function sideBySide(day: OfficeDay, { stays, windowTicks }: GroupNeed, start: number): Seat[] | null {
  const stretches = stretchesWithin(day, start, start + windowTicks)
  if (!stretches.some((stretch) => stretch.start === start)) return null
  // The longest first: they are the hardest to place.
  const order = stays.map((_, index) => index).sort((a, b) => (stays[b] ?? 0) - (stays[a] ?? 0) || a - b)
  const placed = earliestFinish(stretches, stays, order) ?? anyFit(stretches, stays, order)
  if (!placed) return null
  const seats = seatsIn(stretches, stays, placed)
  return seats.some(({ startTick }) => startTick === start) ? seats : null
}

function stretchesWithin(day: OfficeDay, from: number, to: number): Stretch[] {
  const stretches: Stretch[] = []
  for (const { resourceId, free } of day.resources) {
    for (let at = 0; at < free.length; at += 2) {
      const start = Math.max(free[at] ?? 0, from)
      const end = Math.min(free[at + 1] ?? 0, to)
      if (start < end) stretches.push({ resourceId, start, end })
    }
  }
  return stretches.sort((a, b) => a.start - b.start || a.end - b.end || a.resourceId - b.resourceId)
}

/** Each person to the stretch where they are finished first. Fast and nearly always enough. */
function earliestFinish(
  stretches: readonly Stretch[],
  stays: readonly number[],
  order: readonly number[],
): number[] | null {
  const next = stretches.map(({ start }) => start)
  const placed: number[] = []
  for (const person of order) {
    const ticks = stays[person] ?? 0
    let best = -1
    for (const [index, { end }] of stretches.entries()) {
      const begin = next[index] ?? 0
      if (begin + ticks <= end && (best < 0 || begin < (next[best] ?? 0))) best = index
    }
    if (best < 0) return null
    next[best] = (next[best] ?? 0) + ticks
    placed[person] = best
  }
  return placed
}

/** Tries every way to place them, so that a fit is found whenever there is one. At most eight people. */
function anyFit(
  stretches: readonly Stretch[],
  stays: readonly number[],
  order: readonly number[],
): number[] | null {
  const left = stretches.map(({ start, end }) => end - start)
  const placed: number[] = []

  function place(at: number): boolean {
    const person = order[at]
    if (person === undefined) return true
    const ticks = stays[person] ?? 0
    const tried = new Set<number>()
    for (const [index, room] of left.entries()) {
      // Two stretches with the same room left are the same choice.
      if (room < ticks || tried.has(room)) continue
      tried.add(room)
      left[index] = room - ticks
      placed[person] = index
      if (place(at + 1)) return true
      left[index] = room
    }
    return false
  }

  const room = left.reduce((sum, ticks) => sum + ticks, 0)
  return room >= totalOf(stays) && place(0) ? placed : null
}

/** People of one stretch follow each other in the order of the group. */
function seatsIn(stretches: readonly Stretch[], stays: readonly number[], placed: readonly number[]): Seat[] {
  const next = stretches.map(({ start }) => start)
  return stays.map((ticks, person) => {
    const index = placed[person] ?? 0
    const startTick = next[index] ?? 0
    next[index] = startTick + ticks
    return { resourceId: stretches[index]?.resourceId ?? 0, startTick, ticks }
  })
}

function freeTicks(day: OfficeDay): number {
  let sum = 0
  for (const { free } of day.resources) {
    for (let at = 0; at < free.length; at += 2) sum += (free[at + 1] ?? 0) - (free[at] ?? 0)
  }
  return sum
}

function totalOf(stays: readonly number[]): number {
  return stays.reduce((sum, ticks) => sum + ticks, 0)
}
