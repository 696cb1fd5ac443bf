import type { LogNormal } from '../../chance/dice.ts'
import type { QueueState } from '../decision.ts'
import { ticketAt } from '../decision.ts'
import { QUEUE_SERVICES, type QueueService } from '../ticket.ts'
import type { MeasuredDay } from './measure-day.ts'
import {
  NO_FIGURES,
  peopleFactor,
  usualTimes,
  type OfficeFigures,
  type UsualTimes,
} from './office-figures.ts'
import { paceToday, type CaseToday, type Pace } from './pace-today.ts'
import { meanTowards, varianceTowards } from './sums.ts'

/** What is known beside the queue itself of how the next hours will be. Moments are epoch seconds. */
export type WaitOutlook = {
  usual: UsualTimes
  midnight: number
  furtherPersonShare: number
  pace: Pace
  changeover: LogNormal
  noShow: LogNormal
  noShowShare: number
  /** Of those who wait without an appointment, who leave before they are called. */
  leftShare: number
  /** Of those who come without an appointment, who go before others because they need help. */
  helpShare: number
  walkInsPerHour(hour: number): number
  /** What people come for. */
  mix: readonly { service: QueueService; share: number }[]
  /** How often a counter pauses in a second of being open, and for how many seconds on average. */
  pausesPerSecond: number
  pauseSeconds: number
  /** Appointments of today that have not been checked in. */
  coming: readonly ComingAppointment[]
  appointmentShowShare: number
  /** How many seconds before their time people come. */
  early: { mean: number; spread: number }
  /** When the counters that have nobody were left by the last. */
  freeSince: ReadonlyMap<number, number>
}

export type ComingAppointment = { id: number; startTick: number; service: QueueService; people: number }

/** What is believed before it is measured, and how many measurements it counts for. */
const BELIEFS = {
  changeover: { log: Math.log(40), spread: 0.7, weight: 10 },
  noShow: { log: Math.log(90), spread: 0.6, weight: 10 },
  noShowShare: { share: 0.05, weight: 40 },
  leftShare: { share: 0.04, weight: 40 },
  helpShare: { share: 0.04, weight: 40 },
  walkInsPerHour: { count: 6, weight: 1 },
  pauseSeconds: { seconds: 15 * 60, weight: 5 },
  pausesPerSecond: { share: 1 / (3 * 3600), seconds: 20 * 3600 },
  showShare: { share: 0.85, weight: 20 },
  early: { mean: 6 * 60, spread: 8 * 60, weight: 20 },
  dayPace: { spread: 0.2, weight: 10 },
}
/** So many appointments of today tell as much of today as all days before. */
const SHOW_WEIGHT = 12
/** Days differ by at least so much, however alike those were that are known: the next one may be another. */
const LEAST_DAY_SPREAD = 0.15

/** The outlook of an office from what it has learnt, and from today as far as it has gone. */
export function outlookOf({
  state,
  midnight,
  figures,
  everywhere,
  today,
  coming,
  shown,
}: {
  state: QueueState
  midnight: number
  figures: OfficeFigures
  everywhere: OfficeFigures['times']
  today: MeasuredDay | null
  coming: readonly ComingAppointment[]
  /** Of today's appointments whose time is past, how many there were and how many have come. */
  shown: { due: number; came: number }
}): WaitOutlook {
  const { furtherPersonShare } = state.rules
  const usual = usualTimes(figures, everywhere, state.rules)
  const { calls, noShow, left, helped, walkIns, days, pauses, openSeconds, booked, early, dayPace } = figures
  const share = (belief: { share: number; weight: number }, part: number, whole: number) =>
    (part + belief.share * belief.weight) / (whole + belief.weight)
  const daySpread = Math.max(
    LEAST_DAY_SPREAD,
    Math.sqrt(varianceTowards(dayPace, BELIEFS.dayPace.spread ** 2, BELIEFS.dayPace.weight)),
  )
  return {
    ...{ usual, midnight, furtherPersonShare, coming },
    pace: paceToday(casesToday(state, { today, usual, midnight }), daySpread),
    changeover: timeTowards(figures.changeover, BELIEFS.changeover),
    noShow: timeTowards(noShow, BELIEFS.noShow),
    noShowShare: share(BELIEFS.noShowShare, noShow.count, calls),
    leftShare: share(BELIEFS.leftShare, left, calls + left),
    helpShare: share(BELIEFS.helpShare, helped, calls),
    walkInsPerHour: (hour) =>
      share(
        { share: BELIEFS.walkInsPerHour.count, weight: BELIEFS.walkInsPerHour.weight },
        walkIns.find((one) => one.hour === hour)?.count ?? 0,
        days,
      ),
    mix: mixOf(figures),
    pausesPerSecond:
      (pauses.count + BELIEFS.pausesPerSecond.share * BELIEFS.pausesPerSecond.seconds) /
      (openSeconds + BELIEFS.pausesPerSecond.seconds),
    pauseSeconds: meanTowards(pauses, BELIEFS.pauseSeconds.seconds, BELIEFS.pauseSeconds.weight),
    appointmentShowShare: showShareToday(share(BELIEFS.showShare, early.count, booked), shown),
    early: {
      mean: meanTowards(early, BELIEFS.early.mean, BELIEFS.early.weight),
      spread: Math.sqrt(varianceTowards(early, BELIEFS.early.spread ** 2, BELIEFS.early.weight)),
    },
    freeSince: today?.freeSince ?? new Map(),
  }
}

/** The outlook of an office of which nothing is known but the rules. */
export function plainOutlook(state: QueueState): WaitOutlook {
  const midnight = Math.floor(state.now / 86_400) * 86_400
  return outlookOf({
    state,
    midnight,
    figures: NO_FIGURES,
    everywhere: [],
    today: null,
    coming: [],
    shown: { due: 0, came: 0 },
  })
}

function casesToday(
  { tickets, counters, now, rules }: QueueState,
  { today, usual, midnight }: { today: MeasuredDay | null; usual: UsualTimes; midnight: number },
): CaseToday[] {
  const caseOf = (one: { service: QueueService; people: number; hour: number; seconds: number }) => {
    const { log, spread } = usual.of(one.service, one.hour)
    const factor = peopleFactor(one.people, rules.furtherPersonShare)
    return { off: Math.log(Math.max(1, one.seconds) / factor) - log, spread }
  }
  const over = (today?.cases ?? []).map((one) => {
    return { ...caseOf(one), isOver: true, secondsAgo: now - one.at }
  })
  const underWay = counters.flatMap(({ id }) => {
    const ticket = ticketAt(tickets, id)
    if (!ticket || ticket.alsoServices.length > 0) return []
    const calledAt = ticket.calledAt ?? now
    const hour = Math.floor((calledAt - midnight) / 3600)
    return [{ ...caseOf({ ...ticket, hour, seconds: now - calledAt }), isOver: false, secondsAgo: 0 }]
  })
  return [...over, ...underWay]
}

/** How many come to their appointments: as many as usual, and as many as today, the more the longer the day has gone. */
function showShareToday(usual: number, { due, came }: { due: number; came: number }): number {
  return Math.min(1, (usual * SHOW_WEIGHT + came) / (SHOW_WEIGHT + due))
}

function mixOf({ times }: OfficeFigures): WaitOutlook['mix'] {
  const counts = QUEUE_SERVICES.map((service) => {
    const known = times.filter((time) => time.service === service)
    return { service, count: known.reduce((sum, { sums }) => sum + sums.count, 1) }
  })
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  return counts.map(({ service, count }) => ({ service, share: count / all }))
}

function timeTowards(
  sums: OfficeFigures['changeover'],
  { log, spread, weight }: { log: number; spread: number; weight: number },
): LogNormal {
  return {
    log: meanTowards(sums, log, weight),
    spread: Math.sqrt(varianceTowards(sums, spread ** 2, weight)),
  }
}
