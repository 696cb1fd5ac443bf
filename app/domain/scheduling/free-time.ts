import { joined, type Interval } from '../time/interval.ts'

/**
 * The free time of one resource on one day: `[start, end, start, end, …]` in ticks, sorted, gaps between the pairs.
 * Plain integers, because the search over all offices reads some ten thousand of these for one answer.
 */
export type FreeRuns = Int32Array

/**
 * The free time of an office on a day: one entry per resource, the longest run and the sum of all, so that full days
 * are skipped. `stays`: how many stays of so many ticks the runs hold, at most, for each number up to the longest run.
 */
export type OfficeDay = {
  resources: { resourceId: number; free: FreeRuns }[]
  longest: number
  total: number
  stays: Uint16Array
}

/** Open time less taken ticks. `open` is sorted and does not overlap; `taken` may hold ticks outside it. */
export function freeRuns(open: readonly Interval[], taken: ReadonlySet<number>): FreeRuns {
  const runs: number[] = []
  for (const { start, end } of open) {
    let runStart = start
    for (let tick = start; tick < end; tick += 1) {
      if (!taken.has(tick)) continue
      if (tick > runStart) runs.push(runStart, tick)
      runStart = tick + 1
    }
    if (end > runStart) runs.push(runStart, end)
  }
  return Int32Array.from(runs)
}

/** Two hours: nobody stays longer. */
const LONGEST_COUNTED = 24

/** Gathers the resources of an office. */
export function officeDay(resources: OfficeDay['resources']): OfficeDay {
  let longest = 0
  let total = 0
  for (const { free } of resources) {
    for (let at = 0; at < free.length; at += 2) {
      longest = Math.max(longest, lengthAt(free, at))
      total += lengthAt(free, at)
    }
  }
  return { resources, longest, total, stays: countStays(resources, longest) }
}

function countStays(resources: OfficeDay['resources'], longest: number): Uint16Array {
  const stays = new Uint16Array(Math.min(longest, LONGEST_COUNTED) + 1)
  for (const { free } of resources) {
    for (let at = 0; at < free.length; at += 2) {
      const length = lengthAt(free, at)
      const most = Math.min(length, stays.length - 1)
      for (let ticks = 1; ticks <= most; ticks += 1)
        stays[ticks] = (stays[ticks] ?? 0) + Math.floor(length / ticks)
    }
  }
  return stays
}

/** The day as it is for one who may also use certain ticks: those of an appointment that is to be changed. */
export function withOwnTicks(
  day: OfficeDay,
  own: readonly { resourceId: number; startTick: number; ticks: number }[],
): OfficeDay {
  const mine = own.map(({ resourceId, startTick, ticks }) => ({
    resourceId,
    start: startTick,
    end: startTick + ticks,
  }))
  const ids = new Set([...day.resources, ...mine].map(({ resourceId }) => resourceId))
  return officeDay(
    [...ids].map((resourceId) => {
      const free = day.resources.find((resource) => resource.resourceId === resourceId)?.free ?? []
      const runs: Interval[] = mine.filter((run) => run.resourceId === resourceId)
      for (let at = 0; at < free.length; at += 2) {
        runs.push({ start: free[at] ?? 0, end: free[at + 1] ?? 0 })
      }
      return { resourceId, free: Int32Array.from(joined(runs).flatMap(({ start, end }) => [start, end])) }
    }),
  )
}

/**
 * The first start in a run at or after `notBefore`, in whole lengths from the run's own start: appointments of one
 * length then fill a run without leaving ticks that nobody can use.
 */
function firstStartInRun(start: number, notBefore: number, ticks: number): number {
  return start >= notBefore ? start : start + Math.ceil((notBefore - start) / ticks) * ticks
}

function lengthAt(free: FreeRuns, at: number): number {
  return (free[at + 1] ?? 0) - (free[at] ?? 0)
}

/** The earliest tick at which `ticks` in a row are free, or null. */
export function earliestStart(day: OfficeDay, ticks: number, notBefore: number): number | null {
  if (day.longest < ticks) return null
  let earliest = Infinity
  for (const { free } of day.resources) {
    for (let at = 0; at < free.length; at += 2) {
      const runStart = free[at] ?? 0
      if (runStart >= earliest) break
      const start = firstStartInRun(runStart, notBefore, ticks)
      if (start + ticks > (free[at + 1] ?? 0)) continue
      earliest = Math.min(earliest, start)
      break
    }
  }
  return earliest === Infinity ? null : earliest
}

/** Every start that is offered on a day, sorted, each once however many resources have it. */
export function offeredStarts(day: OfficeDay, ticks: number, notBefore: number): number[] {
  const starts = new Set<number>()
  for (const { free } of day.resources) {
    for (let at = 0; at < free.length; at += 2) {
      const end = free[at + 1] ?? 0
      for (
        let start = firstStartInRun(free[at] ?? 0, notBefore, ticks);
        start + ticks <= end;
        start += ticks
      ) {
        starts.add(start)
      }
    }
  }
  return [...starts].sort((a, b) => a - b)
}

/**
 * The resources that are free for `ticks` from `start`, the best choice first: one on whose steps the start lies, so
 * that no ticks are left before it that nobody can use; then the one whose free run is shortest, so that long runs
 * stay whole for families; the lower id when two are alike.
 */
export function rankResources(day: OfficeDay, start: number, ticks: number): number[] {
  const fitting: { resourceId: number; lost: number; length: number }[] = []
  for (const { resourceId, free } of day.resources) {
    for (let at = 0; at < free.length; at += 2) {
      const runStart = free[at] ?? 0
      const fits = runStart <= start && start + ticks <= (free[at + 1] ?? 0)
      if (fits) fitting.push({ resourceId, lost: (start - runStart) % ticks, length: lengthAt(free, at) })
    }
  }
  fitting.sort((a, b) => a.lost - b.lost || a.length - b.length || a.resourceId - b.resourceId)
  return fitting.map(({ resourceId }) => resourceId)
}
