import type { BusStripData, StripDay } from '#app/components/passport/bus-strip.tsx'
import type { OfficeRowData } from '#app/components/passport/office-row.tsx'
import type { Office } from '#app/domain/geography/office.ts'
import type { BusDay, BusVisit, BusWeeks } from '#app/domain/scheduling/bus-weeks.ts'
import { formatClock, formatDay } from '#app/i18n/format.ts'
import type { Language } from '#app/i18n/languages.ts'
import { busTour, nextVisit } from '#app/use-cases/bus-tour.server.ts'
import { todayOf, type Portal } from '#app/use-cases/portal.server.ts'

/** Names the stops of the bus that comes to an office; each bus is looked up once for a page. */
export function busNamesIn(portal: Portal) {
  const tours = new Map<string, NonNullable<OfficeRowData['bus']>>()
  return ({ bus }: Pick<Office, 'bus'>): OfficeRowData['bus'] => {
    if (bus === null) return null
    const names = tours.get(bus) ?? namesOf(portal, busTour(portal, bus))
    tours.set(bus, names)
    return names
  }
}

/** The weeks of the bus that comes to an office, ready to be drawn; null for a place that stays. */
export function busStripOf(
  portal: Portal,
  office: Pick<Office, 'id' | 'bus' | 'hoursBasis'>,
  page: { language: Language; stopPath: (officeId: string, day: string) => string },
): BusStripData | null {
  const { language, stopPath } = page
  if (office.bus === null) return null
  const today = todayOf(portal.clock)
  const { thisWeek, nextWeek } = busTour(portal, office.bus)
  const next = nextVisit(portal, office.id)
  const drawn = ({ day, visits }: BusDay): StripDay => ({
    day,
    name: formatDay(Temporal.PlainDate.from(day), today, language),
    stops: visits.map(({ officeId, open }) => ({
      id: officeId,
      name: nameOf(portal, officeId),
      hours: hoursOf(open, language),
      isHere: officeId === office.id,
      href: stopPath(officeId, day),
    })),
  })
  return {
    thisWeek: thisWeek.map(drawn),
    nextWeek: nextWeek.map(drawn),
    nextHere: next && formatDay(Temporal.PlainDate.from(next), today, language),
    isMadeUp: office.hoursBasis === 'demonstration',
  }
}

function namesOf(portal: Portal, { thisWeek, nextWeek }: BusWeeks) {
  return { thisWeek: stopNames(portal, thisWeek), nextWeek: stopNames(portal, nextWeek) }
}

/** The names of the stops of some days, each once. */
function stopNames(portal: Portal, days: readonly BusDay[]): string[] {
  const ids = days.flatMap(({ visits }) => visits.map(({ officeId }) => officeId))
  return [...new Set(ids)].map((id) => nameOf(portal, id))
}

function nameOf({ catalogue }: Portal, officeId: string): string {
  return catalogue.offices.get(officeId)?.name ?? ''
}

/** From the first opening to the last closing: its break is seen among the times. */
function hoursOf(open: BusVisit['open'], language: Language): string {
  const [first, last] = [open[0], open.at(-1)]
  return first && last ? `${formatClock(first.start, language)}–${formatClock(last.end, language)}` : ''
}
