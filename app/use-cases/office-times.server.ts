import type { Point } from '#app/domain/geography/distance.ts'
import type { Office } from '#app/domain/geography/office.ts'
import { endOfSeats, type GroupNeed, type Seat } from '#app/domain/scheduling/group-times.ts'
import { NO_FILTER, filterInForce, type SearchFilter } from '#app/domain/scheduling/search-filter.ts'
import { dayOfTick } from '#app/domain/time/tick.ts'
import { earliestTimes, type OfficeTime } from './earliest-times.server.ts'
import type { Portal } from './portal.server.ts'
import { searchBoundOf, searchBounds, searchRules } from './search-bounds.server.ts'

/** Days with free times that one page shows. */
const DAYS_PER_PAGE = 3

/** Times of a day that are shown before "show all". */
const TIMES_PER_DAY = 12

/** Times offered in place of one that was lost. */
const CLOSEST = 4

/** Offices that are named as alternatives beside the times of one. */
const ALTERNATIVES = 3

/** A start that is offered, when the last person is finished, and at how many counters they are served. */
export type OfferedTime = { tick: number; endTick: number; counters: number }

export type OfficeTimes = {
  office: Office
  /** Days with their first times, and how many there are in all. */
  days: { day: string; times: OfferedTime[]; total: number }[]
  /** The first day of the page before and after; null at the ends. */
  previousFrom: string | null
  nextFrom: string | null
  /** Offices with an earlier time than the first here, the nearest first. */
  earlierElsewhere: OfficeTime[]
}

/**
 * For whom times are looked up. `own`: seats of an appointment that is to be changed, which count as free; `filter`:
 * which times they want to see; `except`: a start that would be no change.
 */
export type TimesFor = {
  officeId: string
  need: GroupNeed
  own: readonly Seat[]
  filter?: SearchFilter
  except?: number | null
}

/**
 * The free times of one office from a day on, and where it goes faster.
 * @param near from where distances to alternatives are counted; the office itself when left out
 */
export async function officeTimes(
  portal: Portal,
  wanted: Omit<TimesFor, 'officeId'> & {
    office: Office
    from: string | null
    onlyDay: string | null
    near: Point | null
  },
): Promise<OfficeTimes> {
  const { office, need, own, from, onlyDay, near, except = null } = wanted
  const { distancesKm } = searchRules(portal)
  const filter = filterInForce(wanted.filter ?? NO_FILTER, { distancesKm, hasPlace: near !== null })
  const search = { officeId: office.id, need, own, filter, except }
  const country = await earliestTimes(portal, { need, from: near ?? office, filter })
  const here = portal.availability.earliest(office.id, need, searchBounds(portal, filter)) ?? Infinity
  const earlierElsewhere = country.offices
    .filter((row) => row.office.id !== office.id && row.earliest !== null && row.earliest < here)
    .slice(0, ALTERNATIVES)
  const describe = ({ day, starts }: FreeDay, most = Infinity) => ({
    day,
    times: starts.slice(0, most).map((tick) => offeredTime(portal, search, tick)),
    total: starts.length,
  })

  const [only] = freeDays(portal, search, onlyDay ? [onlyDay] : [])
  if (only) return { office, days: [describe(only)], previousFrom: null, nextFrom: null, earlierElsewhere }

  const days = portal.availability.days()
  const wish = Math.max(0, from ? days.findIndex((day) => day >= from) : 0)
  const pageFrom = (at: number) =>
    freeDays(portal, search, days.slice(at))
      .take(DAYS_PER_PAGE + 1)
      .toArray()
  const wished = pageFrom(wish)
  const first = wished.length > 0 ? wish : 0
  const page = wished.length > 0 ? wished : pageFrom(0)
  const before = freeDays(portal, search, days.slice(0, first).reverse()).take(DAYS_PER_PAGE).toArray()
  return {
    office,
    days: page.slice(0, DAYS_PER_PAGE).map((day) => describe(day, TIMES_PER_DAY)),
    previousFrom: before.at(-1)?.day ?? null,
    nextFrom: page[DAYS_PER_PAGE]?.day ?? null,
    earlierElsewhere,
  }
}

/** The free times at an office that lie closest to one that was lost, in order of time. Call `freshen` before. */
export function nearestTimes(portal: Portal, wanted: TimesFor, tick: number): OfferedTime[] {
  const days = portal.availability.days()
  const lost = days.indexOf(dayOfTick(tick).toString())
  const nearestFirst = days
    .map((day, index) => ({ day, away: Math.abs(index - lost) }))
    .sort((a, b) => a.away - b.away)
    .map(({ day }) => day)
  return freeDays(portal, wanted, nearestFirst)
    .take(CLOSEST + 1)
    .toArray()
    .flatMap(({ starts }) => starts)
    .sort((a, b) => Math.abs(a - tick) - Math.abs(b - tick))
    .slice(0, CLOSEST)
    .sort((a, b) => a - b)
    .map((start) => offeredTime(portal, wanted, start))
}

type FreeDay = { day: string; starts: number[] }

/** Those of the days that have free times; looked up one by one as they are asked for. */
function* freeDays(
  portal: Portal,
  { officeId, need, own, filter = NO_FILTER, except = null }: TimesFor,
  days: readonly string[],
): Generator<FreeDay, undefined> {
  const boundOf = searchBoundOf(portal, filter)
  for (const day of days) {
    const notBefore = boundOf(day)
    if (notBefore === null) continue
    const starts = portal.availability
      .starts(officeId, day, need, { notBefore, own })
      .filter((start) => start !== except)
    if (starts.length > 0) yield { day, starts }
  }
}

/** What a start means for a group; for one that was just offered. */
function offeredTime({ availability }: Portal, { officeId, need, own }: TimesFor, tick: number): OfferedTime {
  const seats = availability.plan(officeId, tick, need, own)
  if (!seats) throw new RangeError('A start that is offered has seats')
  return { tick, ...spanOfSeats(seats) }
}

/** When the last person is finished, and at how many counters they are served. */
export function spanOfSeats(seats: readonly Seat[]): Omit<OfferedTime, 'tick'> {
  return { endTick: endOfSeats(seats), counters: new Set(seats.map(({ resourceId }) => resourceId)).size }
}
