import type { Interval } from '../time/interval.ts'
import type { OfficeDay } from './free-time.ts'

/** How full a day is, in words; `over` is an open day whose times have all passed. */
export const FULLNESSES = ['closed', 'over', 'full', 'nearly-full', 'fairly-full', 'roomy'] as const
export type Fullness = (typeof FULLNESSES)[number]

/** How many times of one length a day has had room for from a tick on, how many of them are free, and how full it is. */
export type DayFill = { times: number; free: number; fullness: Fullness }

/** From these shares of taken times on. */
const NEARLY_FULL = 0.85
const FAIRLY_FULL = 0.5

/**
 * How full the counters of an office are on a day.
 * @param open when each counter is open
 * @param day what is free, null when nothing is known to be open
 * @param ticks the length of a time: shorter leftovers are no use to anybody
 */
export function dayFill({
  open,
  day,
  ticks,
  notBefore,
}: {
  open: readonly (readonly Interval[])[]
  day: OfficeDay | null
  ticks: number
  notBefore: number
}): DayFill {
  let times = 0
  for (const intervals of open) {
    for (const { start, end } of intervals) times += timesIn(Math.max(start, notBefore), end, ticks)
  }
  let free = 0
  for (const { free: runs } of day?.resources ?? []) {
    for (let at = 0; at < runs.length; at += 2) {
      free += timesIn(Math.max(runs[at] ?? 0, notBefore), runs[at + 1] ?? 0, ticks)
    }
  }
  const isClosed = open.every((intervals) => intervals.length === 0)
  return { times, free, fullness: isClosed ? 'closed' : fullnessOf(times, free) }
}

function timesIn(start: number, end: number, ticks: number): number {
  return Math.max(0, Math.floor((end - start) / ticks))
}

function fullnessOf(times: number, free: number): Fullness {
  if (times === 0) return 'over'
  if (free === 0) return 'full'
  const taken = 1 - free / times
  if (taken >= NEARLY_FULL) return 'nearly-full'
  return taken >= FAIRLY_FULL ? 'fairly-full' : 'roomy'
}
