import type { AgeGroup, Document, Need } from '#app/domain/passport/person.ts'
import { openIntervals, type DatedHours, type WeeklyHours } from '#app/domain/scheduling/open-intervals.ts'
import { holidayOn } from '#app/domain/time/holidays.ts'
import { randomOf } from '#app/domain/chance/random-of.ts'

export type PlannedCounter = {
  resourceId: number
  officeId: string
  /** 0 for the smallest place, 1 for a city: the larger, the fuller and the longer ahead. */
  busyness: number
  openings: readonly WeeklyHours[]
  datedOpenings: readonly DatedHours[]
  closedDays: ReadonlySet<string>
}

/** One appointment of one person, as a stretch of ticks of a counter. */
export type PlannedAppointment = {
  resourceId: number
  officeId: string
  startTick: number
  ticks: number
  ageGroup: AgeGroup
  document: Document
  needs: Need[]
}

export type SeedDay = { date: Temporal.PlainDate; text: string; ahead: number; isHoliday: boolean }

/** The shortest appointment; also a free time between two others, as when somebody has cancelled. */
const SHORTEST_TICKS = 2

/** How long the stays are, in ticks, each as likely as the other. */
const LENGTHS: readonly number[] = [2, 2, 3, 4]
const MEAN_LENGTH = 2.75

/** Most people book some weeks ahead: how steeply the share falls after the full days. */
const DECAY = 5

/** Six of ten are grown up. */
const AGES: readonly AgeGroup[] = ['18+', '18+', '18+', '18+', '18+', '18+', '0-4', '5-9', '10-12', '16-17']

/** The days that one may book, today included. */
export function seedDays(today: Temporal.PlainDate, days: number): SeedDay[] {
  return Array.from({ length: days }, (_, ahead) => {
    const date = today.add({ days: ahead })
    return { date, text: date.toString(), ahead, isHoliday: holidayOn(date) !== null }
  })
}

/** Fills a counter day by day. `demand` below 1 thins it out, for a small data set. */
export function* counterAppointments(
  counter: PlannedCounter,
  days: readonly SeedDay[],
  demand: number,
): Generator<PlannedAppointment> {
  const { resourceId, officeId } = counter
  for (const day of days) {
    const intervals = openIntervals({
      day: day.date,
      openings: counter.openings,
      datedOpenings: counter.datedOpenings,
      isClosed: day.isHoliday || counter.closedDays.has(day.text),
    })
    if (intervals.length === 0) continue
    const random = randomOf(`${officeId} ${resourceId} ${day.text}`)
    const chance = chanceFor(demand * shareTaken(counter.busyness, day.ahead, random()))
    for (const { start, end } of intervals) {
      for (let startTick = start; startTick + SHORTEST_TICKS <= end;) {
        if (random() >= chance) {
          startTick += SHORTEST_TICKS
          continue
        }
        const ticks = Math.min(pick(LENGTHS, random()) ?? SHORTEST_TICKS, end - startTick)
        const ageGroup = pick(AGES, random()) ?? '18+'
        yield { resourceId, officeId, startTick, ticks, ageGroup, ...purposeOf(ticks, random()) }
        startTick += ticks
      }
    }
  }
}

/**
 * The share of the times that are taken: cities are all but full for two to three weeks and a tenth full at the end
 * of the window; small places are half full for some days and nearly empty after a few months.
 */
export function shareTaken(busyness: number, daysAhead: number, luck: number): number {
  const soon = 0.4 + 0.58 * busyness + (luck - 0.5) * (0.2 - 0.18 * busyness)
  const late = 0.02 + 0.08 * busyness
  const fullDays = 3 + 18 * busyness
  const waited = Math.min(1, Math.max(0, (daysAhead - fullDays) / (180 - fullDays)))
  return late + (soon - late) * Math.exp(-DECAY * waited)
}

/** How likely an appointment must be at each step, so that this share of the ticks is taken: a gap is shorter. */
function chanceFor(share: number): number {
  return (share * SHORTEST_TICKS) / (share * SHORTEST_TICKS + (1 - share) * MEAN_LENGTH)
}

/** What takes so long with the demonstration lengths: one document 10 minutes, both 15, an interpreter doubles. */
function purposeOf(ticks: number, luck: number): { document: Document; needs: Need[] } {
  if (ticks === 2) return { document: luck < 0.7 ? 'passport' : 'id-card-travel', needs: [] }
  if (ticks === 3) return { document: 'passport-and-id-card-travel', needs: [] }
  return { document: 'passport', needs: ['interpreter'] }
}

function pick<Value>(values: readonly Value[], luck: number): Value | undefined {
  return values[Math.floor(luck * values.length)]
}
