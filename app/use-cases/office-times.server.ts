import type { Point } from '#app/domain/geography/distance.ts'
import type { Office } from '#app/domain/geography/office.ts'
import { earliestTimes, type OfficeTime } from './earliest-times.server.ts'
import { firstBookableTick, type Portal } from './portal.server.ts'

/** Days with free times that one page shows. */
const DAYS_PER_PAGE = 3

/** Times of a day that are shown before "show all". */
const TIMES_PER_DAY = 12

/** Times offered in place of one that was lost. */
const CLOSEST = 4

/** Offices that are named as alternatives beside the times of one. */
const ALTERNATIVES = 3

export type OfficeTimes = {
  office: Office
  /** Days with their first starts, and how many there are in all. */
  days: { day: string; starts: number[]; total: number }[]
  /** The first day of the page before and after; null at the ends. */
  previousFrom: string | null
  nextFrom: string | null
  /** Offices with an earlier time than the first here, the nearest first. */
  earlierElsewhere: OfficeTime[]
}

/**
 * The free times of one office from a day on, and where it goes faster.
 * @param near from where distances to alternatives are counted; the office itself when left out
 */
export async function officeTimes(
  portal: Portal,
  wanted: { office: Office; ticks: number; from: string | null; onlyDay: string | null; near: Point | null },
): Promise<OfficeTimes> {
  const { availability } = portal
  const { office, ticks, from, onlyDay, near } = wanted
  const times = await earliestTimes(portal, { ticks, from: near ?? office })
  const notBefore = firstBookableTick(portal)
  const free = availability
    .days()
    .map((day) => ({ day, starts: availability.starts(office.id, day, ticks, notBefore) }))
    .filter(({ starts }) => starts.length > 0)

  const here = free[0]?.starts[0] ?? Infinity
  const earlierElsewhere = times.offices
    .filter((row) => row.office.id !== office.id && row.earliest !== null && row.earliest < here)
    .slice(0, ALTERNATIVES)

  const only = free.find(({ day }) => day === onlyDay)
  if (only) {
    const days = [{ ...only, total: only.starts.length }]
    return { office, days, previousFrom: null, nextFrom: null, earlierElsewhere }
  }
  const first = Math.max(0, from ? free.findIndex(({ day }) => day >= from) : 0)
  return {
    office,
    days: free.slice(first, first + DAYS_PER_PAGE).map(({ day, starts }) => ({
      day,
      starts: starts.slice(0, TIMES_PER_DAY),
      total: starts.length,
    })),
    previousFrom: first > 0 ? (free[Math.max(0, first - DAYS_PER_PAGE)]?.day ?? null) : null,
    nextFrom: free[first + DAYS_PER_PAGE]?.day ?? null,
    earlierElsewhere,
  }
}

/** The free starts at an office that lie closest to a time that was lost, in order of time. Call `freshen` before. */
export function nearestStarts(
  portal: Portal,
  { officeId, ticks, tick }: { officeId: string; ticks: number; tick: number },
): number[] {
  const { availability } = portal
  const notBefore = firstBookableTick(portal)
  return availability
    .days()
    .flatMap((day) => availability.starts(officeId, day, ticks, notBefore))
    .sort((a, b) => Math.abs(a - tick) - Math.abs(b - tick))
    .slice(0, CLOSEST)
    .sort((a, b) => a - b)
}
