import { dayFill, type DayFill } from '#app/domain/scheduling/day-fill.ts'
import { NO_FILTER } from '#app/domain/scheduling/search-filter.ts'
import type { TimesFor } from './office-times.server.ts'
import { firstBookableTick, type Portal } from './portal.server.ts'
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
  const { catalogue, availability } = portal
  const notBefore = firstBookableTick(portal)
  const boundOf = searchBoundOf(portal, filter)
  const ticks = Math.min(...need.stays.map((stay) => stay.ticks))
  const counters = catalogue.resourcesOf(officeId)
  return availability
    .days()
    .slice(0, FORTNIGHT)
    .map((day) => {
      const date = Temporal.PlainDate.from(day)
      const open = counters.map((counter) => catalogue.openOn(counter, date))
      const from = boundOf(day)
      return {
        day,
        ...dayFill({ open, day: availability.free(officeId, day), ticks, notBefore }),
        hasTimes:
          from !== null && availability.starts(officeId, day, need, { notBefore: from, own }).length > 0,
      }
    })
}
