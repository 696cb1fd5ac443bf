import { dayFill, type DayFill } from '#app/domain/scheduling/day-fill.ts'
import { NO_FILTER } from '#app/domain/scheduling/search-filter.ts'
import type { TimesFor } from './office-times.server.ts'
import { keptForDay } from './kept-for-day.ts'
import { firstBookableTick, todayOf, type Portal } from './portal.server.ts'
import { searchBoundOf } from './search-bounds.server.ts'

/** Days that the picture shows. */
const FORTNIGHT = 14

/** `hasTimes`: there is a time that fits on this day. */
export type FortnightDay = DayFill & { day: string; hasTimes: boolean }

/** How full an office is on each of the next fourteen days, in times of the shortest stay. Call `freshen` before. */
export function officeFortnight(
  portal: Pick<Portal, 'catalogue' | 'clock' | 'availability'>,
  { officeId, need, own, filter = NO_FILTER }: TimesFor,
): FortnightDay[] {
  const { availability } = portal
  const notBefore = firstBookableTick(portal)
  const boundOf = searchBoundOf(portal, filter)
  const ticks = Math.min(...need.stays.map((stay) => stay.ticks))
  return openingsOf(portal, officeId).map(({ day, open }) => {
    const from = boundOf(day)
    return {
      day,
      ...dayFill({ open, day: availability.free(officeId, day), ticks, notBefore }),
      hasTimes:
        from !== null && availability.starts(officeId, day, need, { notBefore: from, own }).length > 0,
    }
  })
}

/** When each counter of an office is open, day by day. */
const openingsOf = keptForDay(
  ({ catalogue, clock }: Pick<Portal, 'catalogue' | 'clock'>, officeId: string) => {
    const counters = catalogue.resourcesOf(officeId)
    return Array.from({ length: FORTNIGHT }, (_, ahead) => {
      const date = todayOf(clock).add({ days: ahead })
      return { day: date.toString(), open: counters.map((counter) => catalogue.openOn(counter, date)) }
    })
  },
)
