import { busWeeks, type BusVisit, type BusWeeks } from '#app/domain/scheduling/bus-weeks.ts'
import { tickAt } from '#app/domain/time/tick.ts'
import { keptForDay } from './kept-for-day.ts'
import { todayOf, type Portal } from './portal.server.ts'

/** Days from today that may belong to this week or the next. */
const TWO_WEEKS = 14

/** Where a bus is this week and the next; worked out once a day. */
export const busTour = keptForDay((portal: Pick<Portal, 'catalogue' | 'clock'>, bus: string): BusWeeks => {
  const today = todayOf(portal.clock)
  const days = Array.from({ length: TWO_WEEKS }, (_, ahead) => today.add({ days: ahead }))
  const stops = [...portal.catalogue.offices.values()].filter((office) => office.bus === bus)
  const visits = stops.flatMap(({ id }) => days.flatMap((day) => visitOn(portal, id, day)))
  return busWeeks(visits, today)
})

/**
 * The next day on which the bus is at a stop, within the days that can be booked; null when it does not come. A visit
 * that is over today does not count.
 */
export function nextVisit(
  portal: Pick<Portal, 'catalogue' | 'availability' | 'clock'>,
  officeId: string,
): string | null {
  const days = portal.availability.days()
  const now = tickAt(portal.clock.now())
  const comes = (day: string) =>
    visitOn(portal, officeId, Temporal.PlainDate.from(day)).some(({ open }) => (open.at(-1)?.end ?? 0) > now)
  return days.find(comes) ?? null
}

/** The bus at a stop on a day: one visit or none. The hours are those of the stop's first counter. */
function visitOn(
  { catalogue }: Pick<Portal, 'catalogue'>,
  officeId: string,
  day: Temporal.PlainDate,
): BusVisit[] {
  const [counter] = catalogue.resourcesOf(officeId)
  const open = counter ? catalogue.openOn(counter, day) : []
  return open.length > 0 ? [{ officeId, day: day.toString(), open }] : []
}
