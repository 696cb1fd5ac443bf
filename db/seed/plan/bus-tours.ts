import { distanceKm } from '#app/domain/geography/distance.ts'
import type { Office } from '#app/domain/geography/office.ts'
import type { DatedHours } from '#app/domain/scheduling/open-intervals.ts'
import { holidayOn } from '#app/domain/time/holidays.ts'
import { randomOf } from '#app/domain/chance/random-of.ts'

export type Bus = 'north' | 'south'
export type BusVisit = { bus: Bus; stopId: string; day: Temporal.PlainDate }

type Stop = Pick<Office, 'id' | 'latitude' | 'longitude'>

/** The southern border of Nordland, about: half of the stops lie on either side. */
const NORTH_FROM_LATITUDE = 65

/** A lunch between two openings. */
const VISITING_HOURS = [
  { opens: '10:00', closes: '13:00' },
  { opens: '13:30', closes: '17:00' },
]

/** Two buses, each on its own round, one or two working days at a stop, round after round until the days end. */
export function planBusVisits(
  stops: readonly Stop[],
  { today, days }: { today: Temporal.PlainDate; days: number },
): BusVisit[] {
  const end = today.add({ days })
  return [...roundsOf('north', stops, { today, end }), ...roundsOf('south', stops, { today, end })]
}

/** The bus that serves a stop. */
export function busOf({ latitude }: Pick<Stop, 'latitude'>): Bus {
  return latitude >= NORTH_FROM_LATITUDE ? 'north' : 'south'
}

/** The hours of the visits as rows of the stop's counter. */
export function visitHours(visits: readonly BusVisit[]): Map<string, DatedHours[]> {
  const hours = new Map<string, DatedHours[]>()
  for (const { stopId, day } of visits) {
    const rows = hours.get(stopId) ?? []
    for (const opening of VISITING_HOURS) rows.push({ day: day.toString(), ...opening })
    hours.set(stopId, rows)
  }
  return hours
}

function roundsOf(
  bus: Bus,
  stops: readonly Stop[],
  { today, end }: { today: Temporal.PlainDate; end: Temporal.PlainDate },
): BusVisit[] {
  const route = routeThrough(stops.filter((stop) => busOf(stop) === bus))
  const visits: BusVisit[] = []
  let day = today
  for (let turn = 0; route.length > 0; turn += 1) {
    const stop = route[turn % route.length]
    if (!stop) break
    const stay = randomOf(`stay ${stop.id}`)() < 0.5 ? 1 : 2
    const first = firstStay(day, stay)
    for (let night = 0; night < stay; night += 1) {
      const visited = first.add({ days: night })
      if (Temporal.PlainDate.compare(visited, end) >= 0) return visits
      visits.push({ bus, stopId: stop.id, day: visited })
    }
    day = first.add({ days: stay })
  }
  return visits
}

/** The first day from which the bus can stay that long without a weekend or a holiday in between. */
function firstStay(from: Temporal.PlainDate, stay: number): Temporal.PlainDate {
  let first = from
  let worked = 0
  for (let day = from; worked < stay; day = day.add({ days: 1 })) {
    if (day.dayOfWeek <= 5 && holidayOn(day) === null) worked += 1
    else {
      worked = 0
      first = day.add({ days: 1 })
    }
  }
  return first
}

/** From the southernmost stop always to the nearest one left: not the shortest round, but one that can be driven. */
function routeThrough(stops: readonly Stop[]): Stop[] {
  const left = [...stops].sort((a, b) => a.latitude - b.latitude || (a.id < b.id ? -1 : 1))
  const route: Stop[] = []
  for (let next = left.shift(); next; next = left.shift()) {
    const here = next
    route.push(here)
    left.sort((a, b) => distanceKm(here, a) - distanceKm(here, b) || (a.id < b.id ? -1 : 1))
  }
  return route
}
