import { openStateAt, type OfficeDayHours, type OpenState } from '#app/domain/offices/open-state.ts'
import type { Office } from '#app/domain/geography/office.ts'
import { joined } from '#app/domain/time/interval.ts'
import { tickAt } from '#app/domain/time/tick.ts'
import { keptForDay } from './kept-for-day.ts'
import { todayOf, type Portal } from './portal.server.ts'

type Open = Pick<Portal, 'catalogue' | 'clock'>

/** Today and the six days after it: what "this week" is for somebody who wants to come. */
const WEEK = 7

/** When an office is open on so many days from one on: when at least one of its counters is. */
export function officeHours(
  { catalogue }: Pick<Open, 'catalogue'>,
  { officeId, from, days }: { officeId: string; from: Temporal.PlainDate; days: number },
): OfficeDayHours[] {
  const counters = catalogue.resourcesOf(officeId)
  return Array.from({ length: days }, (_, ahead) => {
    const date = from.add({ days: ahead })
    return {
      day: date.toString(),
      // Counters take their breaks in turn: the office is open while one of them is.
      open: joined(counters.flatMap((counter) => catalogue.openOn(counter, date))),
      closed: catalogue.closedOn(officeId, date),
    }
  })
}

/** The hours of today and the next six days; worked out once a day for each office. */
export const officeWeek = keptForDay((portal: Open, officeId: string): OfficeDayHours[] =>
  officeHours(portal, { officeId, from: todayOf(portal.clock), days: WEEK }),
)

/** Whether an office is open now, as far as its hours are known. */
export function openStateOf(portal: Open, office: Pick<Office, 'id' | 'hoursBasis'>): OpenState {
  const days = officeWeek(portal, office.id)
  return openStateAt(tickAt(portal.clock.now()), { days, hoursBasis: office.hoursBasis })
}
