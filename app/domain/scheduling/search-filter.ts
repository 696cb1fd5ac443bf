import { clockTick } from './open-intervals.ts'

/** What a person asks of the times and places that they want to see. */
export type SearchFilter = {
  /** The farthest a place may be, in a straight line; null for any distance. */
  withinKm: number | null
  /** Only times that begin in the evening. */
  evening: boolean
  /** 1 = Monday … 7 = Sunday, sorted; none means any day. */
  weekdays: readonly number[]
}

export const NO_FILTER: SearchFilter = { withinKm: null, evening: false, weekdays: [] }

/** The parts of a filter, each of which can be taken away alone. */
export const FILTER_PARTS = ['distance', 'evening', 'weekdays'] as const
export type FilterPart = (typeof FILTER_PARTS)[number]

/** For each day of the booking window the first tick that counts, or null for a day on which none does. */
export type DayBounds = readonly (number | null)[]

/** More days than any booking window; past this the cache is emptied rather than growing with the uptime. */
const CACHED_DAYS = 2_000
const daysSeen = new Map<string, { weekday: number; eveningTick: number }>()

/**
 * A filter as bounds that the search over the free times keeps to.
 * @param eveningFrom the wall clock at which the evening begins, 'HH:MM'
 */
export function dayBounds({
  days,
  filter,
  notBefore,
  eveningFrom,
}: {
  days: readonly string[]
  filter: SearchFilter
  notBefore: number
  eveningFrom: string
}): DayBounds {
  return days.map((day) => dayBound(day, { filter, notBefore, eveningFrom }))
}

/** The bound of one day. */
export function dayBound(
  day: string,
  { filter, notBefore, eveningFrom }: { filter: SearchFilter; notBefore: number; eveningFrom: string },
): number | null {
  if (!asksForHours(filter)) return notBefore
  const { weekday, eveningTick } = seenDay(day, eveningFrom)
  if (filter.weekdays.length > 0 && !filter.weekdays.includes(weekday)) return null
  return filter.evening ? Math.max(notBefore, eveningTick) : notBefore
}

/** True when it depends on the opening hours whether a place fits: where they are not known, neither is that. */
export function asksForHours({ evening, weekdays }: SearchFilter): boolean {
  return evening || weekdays.length > 0
}

/** The parts that are chosen, in the order in which they are shown. */
export function chosenParts(filter: SearchFilter): FilterPart[] {
  return FILTER_PARTS.filter((part) => {
    switch (part) {
      case 'distance':
        return filter.withinKm !== null
      case 'evening':
        return filter.evening
      case 'weekdays':
        return filter.weekdays.length > 0
      default:
        return part satisfies never
    }
  })
}

/** The filter with one of its parts taken away. */
export function withoutPart(filter: SearchFilter, part: FilterPart): SearchFilter {
  switch (part) {
    case 'distance':
      return { ...filter, withinKm: NO_FILTER.withinKm }
    case 'evening':
      return { ...filter, evening: NO_FILTER.evening }
    case 'weekdays':
      return { ...filter, weekdays: NO_FILTER.weekdays }
    default:
      return part satisfies never
  }
}

/** The filter less what means nothing here: a distance from nowhere, or one that nobody offered. */
export function filterInForce(
  filter: SearchFilter,
  { distancesKm, hasPlace }: { distancesKm: readonly number[]; hasPlace: boolean },
): SearchFilter {
  const isOffered = filter.withinKm !== null && distancesKm.includes(filter.withinKm)
  return isOffered && hasPlace ? filter : { ...filter, withinKm: null }
}

function seenDay(day: string, eveningFrom: string): { weekday: number; eveningTick: number } {
  const key = `${day} ${eveningFrom}`
  const seen = daysSeen.get(key)
  if (seen) return seen
  const date = Temporal.PlainDate.from(day)
  const fresh = { weekday: date.dayOfWeek, eveningTick: clockTick(date, eveningFrom) }
  if (daysSeen.size >= CACHED_DAYS) daysSeen.clear()
  daysSeen.set(key, fresh)
  return fresh
}
