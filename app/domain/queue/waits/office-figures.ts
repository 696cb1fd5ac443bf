import type { LogNormal } from '../../chance/dice.ts'
import type { QueueRules } from '../queue-rules.ts'
import { QUEUE_SERVICES, type QueueService } from '../ticket.ts'
import type { MeasuredDay } from './measure-day.ts'
import { meanTowards, NOTHING, sumsOf, together, varianceTowards, weighed, type Sums } from './sums.ts'

/** What an office has learnt of its days, added up: older days count for less. Lengths are logarithms of seconds. */
export type OfficeFigures = {
  /** How many days it was learnt from, older ones less. */
  days: number
  /** How long a case takes for one person, by the hour of its call. */
  times: { service: QueueService; hour: number; sums: Sums }[]
  changeover: Sums
  noShow: Sums
  calls: number
  helped: number
  left: number
  walkIns: { hour: number; count: number }[]
  /** In seconds, not logarithms. */
  pauses: Sums
  openSeconds: number
  /** How much slower or faster than usual whole days were. */
  dayPace: Sums
  /** Appointments of those days, those that were checked in, and how many seconds before their time. */
  booked: number
  early: Sums
}

export const NO_FIGURES: OfficeFigures = {
  ...{ days: 0, times: [], changeover: NOTHING, noShow: NOTHING, calls: 0, helped: 0, left: 0, walkIns: [] },
  ...{ pauses: NOTHING, openSeconds: 0, dayPace: NOTHING, booked: 0, early: NOTHING },
}

/** A day counts for so much after each further day: half after about a month of working days. */
const KEPT_EACH_DAY = 0.97

/** The figures with one day more. `usual`: what was expected of that day. */
export function withDay(
  before: OfficeFigures,
  day: MeasuredDay,
  {
    usual,
    furtherPersonShare,
    appointments,
  }: {
    usual: UsualTimes
    furtherPersonShare: number
    /** How many were booked for the day, and how many seconds before their time those came who came. */
    appointments: { booked: number; early: readonly number[] }
  },
): OfficeFigures {
  const old = faded(before)
  const cases = day.cases.map((one) => ({
    ...one,
    log: Math.log(one.seconds / peopleFactor(one.people, furtherPersonShare)),
  }))
  const offs = cases.map(({ service, hour, log }) => log - usual.of(service, hour).log)
  const pace = offs.length >= LEAST_FOR_PACE ? sumsOf([meanTowards(sumsOf(offs), 0, 0)]) : NOTHING
  return {
    days: old.days + 1,
    times: cases.reduce((times, { service, hour, log }) => {
      return withTime(times, { service, hour, sums: sumsOf([log]) })
    }, old.times),
    changeover: together(old.changeover, sumsOf(day.changeovers.map((seconds) => Math.log(seconds + 1)))),
    noShow: together(old.noShow, sumsOf(day.noShows.map((seconds) => Math.log(seconds)))),
    calls: old.calls + day.calls,
    helped: old.helped + day.helped,
    left: old.left + day.left,
    walkIns: day.walkIns.reduce(withWalkIn, old.walkIns),
    pauses: together(old.pauses, sumsOf(day.pauses)),
    openSeconds: old.openSeconds + day.openSeconds,
    dayPace: together(old.dayPace, pace),
    booked: old.booked + appointments.booked,
    early: together(old.early, sumsOf(appointments.early)),
  }
}

/** A mean of fewer cases says more of the cases than of the day. */
const LEAST_FOR_PACE = 10

/** How much longer some who come together take than one. */
export function peopleFactor(people: number, furtherPersonShare: number): number {
  return 1 + furtherPersonShare * (people - 1)
}

function faded(figures: OfficeFigures): OfficeFigures {
  const kept = KEPT_EACH_DAY
  return {
    days: figures.days * kept,
    times: figures.times.map((time) => ({ ...time, sums: weighed(time.sums, kept) })),
    changeover: weighed(figures.changeover, kept),
    noShow: weighed(figures.noShow, kept),
    calls: figures.calls * kept,
    helped: figures.helped * kept,
    left: figures.left * kept,
    walkIns: figures.walkIns.map(({ hour, count }) => ({ hour, count: count * kept })),
    pauses: weighed(figures.pauses, kept),
    openSeconds: figures.openSeconds * kept,
    dayPace: weighed(figures.dayPace, kept),
    booked: figures.booked * kept,
    early: weighed(figures.early, kept),
  }
}

function withTime(times: OfficeFigures['times'], added: OfficeFigures['times'][number]) {
  const isSame = ({ service, hour }: { service: string; hour: number }) =>
    service === added.service && hour === added.hour
  if (!times.some(isSame)) return [...times, added]
  return times.map((time) => (isSame(time) ? { ...time, sums: together(time.sums, added.sums) } : time))
}

function withWalkIn(walkIns: OfficeFigures['walkIns'], { hour }: { hour: number }) {
  if (!walkIns.some((one) => one.hour === hour)) return [...walkIns, { hour, count: 1 }]
  return walkIns.map((one) => (one.hour === hour ? { hour, count: one.count + 1 } : one))
}

/** What all offices know of how long services take, together. */
export function timesEverywhere(offices: readonly OfficeFigures[]): OfficeFigures['times'] {
  const hours = new Map<string, OfficeFigures['times'][number]>()
  for (const { service, hour, sums } of offices.flatMap(({ times }) => times)) {
    const key = `${service} ${hour}`
    hours.set(key, { service, hour, sums: together(hours.get(key)?.sums ?? NOTHING, sums) })
  }
  return [...hours.values()]
}

/** How long each service usually takes at an office, by hour. */
export type UsualTimes = { of(service: QueueService, hour: number): LogNormal }

/** What is believed of a service before anybody has measured it: as many cases as this would have shown it. */
const RULE_WEIGHT = 5
/** An office of its own takes as many cases to be known as … */
const OFFICE_WEIGHT = 20
/** … and an hour of it. */
const HOUR_WEIGHT = 40
const USUAL_SPREAD = 0.45
const SPREAD_WEIGHT = 20

/**
 * How long services usually take at an office: what all offices know of the service, drawn towards what the office
 * knows, drawn towards what it knows of the hour – each as far as enough cases are known.
 */
export function usualTimes(
  own: OfficeFigures,
  everywhere: OfficeFigures['times'],
  { serviceMinutes }: Pick<QueueRules, 'serviceMinutes'>,
): UsualTimes {
  const ofService = new Map(
    QUEUE_SERVICES.map((service) => {
      const all = sumsWhere(everywhere, service)
      const ours = sumsWhere(own.times, service)
      const rule = Math.log(serviceMinutes[service] * 60) - USUAL_SPREAD ** 2 / 2
      const atOffice = meanTowards(ours, meanTowards(all, rule, RULE_WEIGHT), OFFICE_WEIGHT)
      const country = varianceTowards(all, USUAL_SPREAD ** 2, SPREAD_WEIGHT)
      return [service, { log: atOffice, spread: Math.sqrt(varianceTowards(ours, country, SPREAD_WEIGHT)) }]
    }),
  )
  const known = new Map<QueueService, LogNormal[]>()
  return {
    of(service, hour) {
      const office = ofService.get(service)
      if (!office) throw new Error(`There is no service ${service}`)
      const hours = known.get(service) ?? []
      known.set(service, hours)
      return (hours[hour] ??= {
        log: meanTowards(atHour(own, service, hour), office.log, HOUR_WEIGHT),
        spread: office.spread,
      })
    },
  }
}

function atHour({ times }: OfficeFigures, service: QueueService, hour: number): Sums {
  return times.find((time) => time.service === service && time.hour === hour)?.sums ?? NOTHING
}

function sumsWhere(times: OfficeFigures['times'], service: QueueService): Sums {
  return times
    .filter((time) => time.service === service)
    .reduce((sums, time) => together(sums, time.sums), NOTHING)
}
