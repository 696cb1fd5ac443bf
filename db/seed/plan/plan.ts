import type { Office } from '#app/domain/geography/office.ts'
import type { DatedHours, WeeklyHours } from '#app/domain/scheduling/open-intervals.ts'
import type { Data } from '../read-data.ts'
import { planBusVisits, visitHours } from './bus-tours.ts'
import { populationServed } from './catchments.ts'
import { planClosures, type Closure } from './closures.ts'
import { demoSizing, sizingFor, type Sizing } from './counters.ts'
import { counterAppointments, seedDays, type PlannedAppointment, type PlannedCounter } from './occupancy.ts'
import { hasCounters, planOffices } from './offices.ts'
import { counterOpenings } from './openings.ts'
import { officeWeek, type OfficeWeek } from './weekly-hours.ts'

/** `demo` to look at, `national` as large as the whole country is thought to be, `empty` without appointments. */
export type SeedSize = 'demo' | 'national' | 'empty'

/** Today and the 180 days that one may book ahead. */
export const WINDOW_DAYS = 181

const NATIONAL_CLAIMS = 1_200_000
const BUS_DAYS = 365

/** A place that serves this many people is as busy as one gets; one that serves a hundredth of it is not busy. */
const CITY = 250_000

export type Counter = { id: number; officeId: string; number: number } & Pick<
  PlannedCounter,
  'busyness' | 'openings' | 'datedOpenings'
>

export type Plan = {
  offices: Office[]
  counters: Counter[]
  closures: Closure[]
  /** Days on which there may be appointments, 'YYYY-MM-DD'. */
  days: string[]
  /** One after the other, because the large sizes do not fit in memory. */
  appointments: () => Generator<PlannedAppointment>
}

/** Everything that the seed makes up on top of the imported data; the same for the same arguments. */
export function planSeed({
  data,
  size,
  today,
  claims,
}: {
  data: Data
  size: SeedSize
  today: Temporal.PlainDate
  claims?: number | undefined
}): Plan {
  const offices = planOffices(data)
  const closures = planClosures(
    offices.filter((office) => office.kind === 'station' && hasCounters(office)).map(({ id }) => id),
    today,
  )
  const sites = planSites(data, offices, today)
  const days = seedDays(today, WINDOW_DAYS)
  const closedDays = closedDaysOf(closures)

  function fill(counter: Counter, demand: number): Generator<PlannedAppointment> {
    const closed = closedDays.get(counter.officeId) ?? new Set<string>()
    return counterAppointments({ ...counter, resourceId: counter.id, closedDays: closed }, days, demand)
  }
  function claimsPerCounter(): Map<string, number> {
    const one: Sizing = { countersOf: new Map(sites.map(({ officeId }) => [officeId, 1])), demand: 1 }
    return new Map(
      numberCounters(sites, one, today).map((counter) => {
        let sum = 0
        for (const { ticks } of fill(counter, 1)) sum += ticks
        return [counter.officeId, sum]
      }),
    )
  }

  const target = claims ?? (size === 'national' ? NATIONAL_CLAIMS : undefined)
  const sizing = target === undefined ? demoSizing(sites) : sizingFor(sites, claimsPerCounter(), target)
  const counters = numberCounters(sites, sizing, today)

  return {
    offices,
    counters,
    closures,
    days: days.map(({ text }) => text),
    *appointments() {
      if (size === 'empty') return
      for (const counter of counters) yield* fill(counter, sizing.demand)
    },
  }
}

type Site = {
  officeId: string
  population: number | null
  busyness: number
  week: OfficeWeek | null
  visits: readonly DatedHours[]
}

function planSites(data: Data, offices: readonly Office[], today: Temporal.PlainDate): Site[] {
  const open = offices.filter(hasCounters)
  const stations = open.filter(({ kind }) => kind === 'station')
  const stops = open.filter(({ kind }) => kind === 'bus-stop')
  const served = populationServed(stations, data.municipalities)
  const visits = visitHours(planBusVisits(stops, { today, days: BUS_DAYS }))
  return [
    ...stations.map(({ id: officeId }) => {
      const population = served.get(officeId) ?? 0
      const week = officeWeek({ officeId, population, hours: data.officeHours })
      return { officeId, population, busyness: busynessOf(population), week, visits: [] }
    }),
    ...stops.map(({ id: officeId }) => ({
      officeId,
      population: null,
      // Few days and a whole district: about as busy as a small town.
      busyness: 0.5,
      week: null,
      visits: visits.get(officeId) ?? [],
    })),
  ]
}

function numberCounters(
  sites: readonly Site[],
  { countersOf }: Sizing,
  today: Temporal.PlainDate,
): Counter[] {
  const lastYear = today.add({ days: WINDOW_DAYS }).year + 2
  const years = Array.from({ length: lastYear - today.year + 1 }, (_, index) => today.year + index)
  const counters: Counter[] = []
  for (const { officeId, busyness, week, visits } of sites) {
    const count = countersOf.get(officeId) ?? 1
    for (let number = 1; number <= count; number += 1) {
      const openings: WeeklyHours[] = week
        ? counterOpenings({ week, counter: number, counters: count, years })
        : []
      counters.push({ id: counters.length + 1, officeId, number, busyness, openings, datedOpenings: visits })
    }
  }
  return counters
}

function busynessOf(population: number): number {
  const share = Math.log(Math.max(1, population) / (CITY / 100)) / Math.log(100)
  return Math.min(1, Math.max(0, share))
}

function closedDaysOf(closures: readonly Closure[]): Map<string, Set<string>> {
  const days = new Map<string, Set<string>>()
  for (const { officeId, day } of closures) days.set(officeId, (days.get(officeId) ?? new Set()).add(day))
  return days
}
