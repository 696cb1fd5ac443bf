import { normalQuantile } from '../../chance/normal.ts'
import { TICK_SECONDS } from '../../time/tick.ts'
import type { HelpNeed, QueueService } from '../ticket.ts'
import type { DayPlan, PlannedAppointment, PlannedShift, PlannedVisit } from './run-day.ts'

/** What an office's days are like: what a made day is drawn from. Times of services are in seconds. */
export type OfficeLife = {
  officeId: string
  /** What each counter takes, and how fast its people are: 1.1 takes a tenth longer. */
  counters: { id: number; services: QueueService[]; pace: number }[]
  /** Who comes without an appointment: how many an hour, and the share of each service. */
  walkInsPerHour: number
  services: { service: QueueService; share: number; seconds: number }[]
  /** Appointments for passports: how many begin in each half hour. */
  appointmentsPerHalfHour: number
}

/** How a day differs from an ordinary one. */
export const DAY_KINDS = ['ordinary', 'slow', 'counter-lost', 'rush'] as const
export type DayKind = (typeof DAY_KINDS)[number]

const SLOWER = 1.3
const RUSH = 1.7
const HOUR = 3600
/** More come before noon than after it. Share of the average, for each hour from the opening on. */
const CROWD = [1.35, 1.25, 1.1, 1, 0.9, 0.8, 0.7]

/**
 * A day of an office that never was, drawn with `random`: who comes, how long each takes, when counters pause. Lengths
 * are not of the shape that the estimate of waits assumes: most are near the usual, some take more than twice as long.
 * @param opensAt epoch seconds, as `closesAt` and `noon`
 */
export function madeDay(
  life: OfficeLife,
  {
    day,
    opensAt,
    closesAt,
    kind,
    random,
  }: { day: string; opensAt: number; closesAt: number; kind: DayKind; random: () => number },
): DayPlan {
  // No two days are alike: people and systems are a little faster or slower.
  const pace = Math.exp(normal(random) * 0.08) * (kind === 'slow' ? SLOWER : 1)
  const crowd = Math.exp(normal(random) * 0.1)
  const perHour = (at: number) =>
    life.walkInsPerHour *
    crowd *
    (CROWD[Math.floor((at - opensAt) / HOUR)] ?? 0.7) *
    (kind === 'rush' && isInRush(at - opensAt) ? RUSH : 1)
  const visits: PlannedVisit[] = []
  const booked: PlannedAppointment[] = []
  const drawn = (arrivesAt: number, service: QueueService, appointment: PlannedVisit['appointment']) =>
    drawnVisit(life, { arrivesAt, service, appointment, pace }, random)

  let at = opensAt - 600
  for (;;) {
    at += (-Math.log(1 - random()) * HOUR) / Math.max(1, perHour(Math.max(at, opensAt)))
    if (at >= closesAt) break
    visits.push(drawn(Math.round(Math.max(opensAt, at)), drawnService(life, random), null))
  }
  for (let start = opensAt; start < closesAt - HOUR / 2; start += HOUR / 2) {
    for (let index = 0; index < life.appointmentsPerHalfHour; index += 1) {
      const appointment = { id: booked.length + 1, startTick: Math.floor(start / TICK_SECONDS) }
      const arrivesAt = Math.round(start - 420 + normal(random) * 400)
      const visit = drawn(Math.max(opensAt, arrivesAt), 'passport', appointment)
      booked.push({ ...appointment, service: 'passport', people: visit.people })
      // One in seven never comes; most come some minutes before their time, a few after it.
      if (random() >= 0.14) visits.push(visit)
    }
  }
  visits.sort((a, b) => a.arrivesAt - b.arrivesAt)
  return {
    ...{ officeId: life.officeId, day, visits, booked, closesAt },
    shifts: shiftsOf(life, { opensAt, closesAt, kind, random }),
  }
}

function isInRush(sinceOpening: number): boolean {
  return sinceOpening >= 1.5 * HOUR && sinceOpening < 3.5 * HOUR
}

function drawnVisit(
  { services }: OfficeLife,
  {
    arrivesAt,
    service,
    appointment,
    pace,
  }: Pick<PlannedVisit, 'arrivesAt' | 'service' | 'appointment'> & { pace: number },
  random: () => number,
): PlannedVisit {
  const isFamily = service === 'passport' && random() < 0.15
  const people = isFamily ? 2 + Math.floor(random() * 3) : 1
  const usual = (services.find((one) => one.service === service)?.seconds ?? 480) * (1 + 0.7 * (people - 1))
  const isLong = random() < 0.06
  const needs: HelpNeed[] = random() < 0.05 ? ['interpreter'] : []
  const factor = (isLong ? 2.2 : 0.93) * (needs.length > 0 ? 1.3 : 1) * pace
  return {
    ...{ arrivesAt, service, appointment, needs, people },
    walkSeconds: Math.round(15 + random() * 40),
    servingSeconds: Math.max(20, Math.round(usual * factor * gamma(random))),
    changeoverSeconds: Math.round(10 + random() * 80),
    comes: random() >= 0.04,
    patienceSeconds: appointment === null && random() < 0.05 ? Math.round((20 + random() * 60) * 60) : null,
    outcome: random() < 0.88 ? 'solved' : 'document-missing',
  }
}

/** Gamma of shape 6 and mean 1: the sum of six exponentials. */
function gamma(random: () => number): number {
  let sum = 0
  for (let index = 0; index < 6; index += 1) sum -= Math.log(1 - random())
  return sum / 6
}

function normal(random: () => number): number {
  return normalQuantile(random())
}

function drawnService({ services }: OfficeLife, random: () => number): QueueService {
  let rest = random() * services.reduce((sum, { share }) => sum + share, 0)
  for (const { service, share } of services) {
    rest -= share
    if (rest <= 0) return service
  }
  return 'other'
}

/** Each counter opens with the office and pauses for lunch, one after the other, and now and then for some minutes. */
function shiftsOf(
  { counters }: OfficeLife,
  {
    opensAt,
    closesAt,
    kind,
    random,
  }: { opensAt: number; closesAt: number; kind: DayKind; random: () => number },
): PlannedShift[] {
  const noon = opensAt + (closesAt - opensAt) / 2
  return counters
    .flatMap(({ id, services, pace }, index): PlannedShift[] => {
      const shift = (at: number, status: PlannedShift['status']): PlannedShift => {
        return { at: Math.round(at), counterId: id, status, services, pace }
      }
      const opens = shift(opensAt + random() * 240, 'open')
      if (kind === 'counter-lost' && index === 0) return [opens, shift(noon, 'closed')]
      const lunch = opensAt + (2.5 + index * 0.5) * HOUR
      const pauses = [lunch, opensAt + (1 + random()) * HOUR, closesAt - (0.5 + random()) * HOUR]
        .filter((_pause, which) => which === 0 || random() < 0.5)
        .flatMap((at, which) => [
          shift(at, 'paused'),
          shift(at + (which === 0 ? 1500 + random() * 600 : 240 + random() * 480), 'open'),
        ])
      return [opens, ...pauses]
    })
    .sort((a, b) => a.at - b.at)
}
