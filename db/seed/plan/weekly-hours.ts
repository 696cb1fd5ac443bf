import { minutesOf } from '#app/domain/scheduling/open-intervals.ts'
import type { OfficeHoursRow } from '../file-schemas.ts'
import { randomOf } from '#app/domain/chance/random-of.ts'

/** Hours of the office on a weekday, in minutes from midnight. */
export type DayHours = { weekday: number; opens: number; closes: number }

/** `summer` is null where the office keeps its hours all year. */
export type OfficeWeek = { ordinary: DayHours[]; summer: DayHours[] | null }

/** Hours that say when one can have an appointment, the most exact first. */
const CHANNELS = ['appointment', 'passport', 'primary'] as const

/** From this many people on, an office has a week of five days and a late evening. */
const LARGE = 40_000

const STEP_MINUTES = 5

/**
 * The hours for appointments. Where the source has none: those of the passport counter, else of the counter in
 * general; where it has neither (18 offices), a week by size.
 */
export function officeWeek({
  officeId,
  population,
  hours,
}: {
  officeId: string
  population: number
  hours: readonly OfficeHoursRow[]
}): OfficeWeek {
  const own = hours.filter((row) => row.station_id === officeId)
  for (const channel of CHANNELS) {
    const rows = own.filter((row) => row.channel === channel)
    const ordinary = weekOf(rows.filter(({ period }) => period === 'winter'))
    if (ordinary.length === 0) continue
    const summer = weekOf(rows.filter(({ period }) => period === 'summer'))
    const differs = summer.length > 0 && JSON.stringify(summer) !== JSON.stringify(ordinary)
    return { ordinary, summer: differs ? summer : null }
  }
  return { ordinary: population >= LARGE ? largeWeek(officeId) : smallWeek(officeId), summer: null }
}

/** False where the week is one that we made up. */
export function hasKnownWeek(officeId: string, hours: readonly OfficeHoursRow[]): boolean {
  return hours.some(
    (row) =>
      row.station_id === officeId &&
      row.period === 'winter' &&
      CHANNELS.some((channel) => channel === row.channel),
  )
}

/** Sorted, on whole steps, and with overlapping rows of a day joined. */
function weekOf(rows: readonly OfficeHoursRow[]): DayHours[] {
  const sorted = rows
    .map(({ weekday, opens, closes }) => ({
      weekday,
      opens: Math.ceil(minutesOf(opens) / STEP_MINUTES) * STEP_MINUTES,
      closes: Math.floor(minutesOf(closes) / STEP_MINUTES) * STEP_MINUTES,
    }))
    .sort((a, b) => a.weekday - b.weekday || a.opens - b.opens)
  return joinHours(sorted, 0)
}

/** Joins sorted hours of a day that are at most `gap` minutes apart. */
export function joinHours(sorted: readonly DayHours[], gap: number): DayHours[] {
  const joined: DayHours[] = []
  for (const hours of sorted) {
    const last = joined.at(-1)
    if (last?.weekday === hours.weekday && hours.opens - last.closes <= gap) {
      last.closes = Math.max(last.closes, hours.closes)
    } else joined.push({ ...hours })
  }
  return joined
}

function largeWeek(officeId: string): DayHours[] {
  const lateDay = Math.floor(randomOf(`late ${officeId}`)() * 4) + 1
  return [1, 2, 3, 4, 5].map((weekday) => ({
    weekday,
    opens: minutesOf('08:00'),
    closes: minutesOf(weekday === lateDay ? '18:00' : '15:30'),
  }))
}

function smallWeek(officeId: string): DayHours[] {
  const closedDay = Math.floor(randomOf(`closed ${officeId}`)() * 5) + 1
  return [1, 2, 3, 4, 5]
    .filter((weekday) => weekday !== closedDay)
    .map((weekday) => ({ weekday, opens: minutesOf('09:00'), closes: minutesOf('14:30') }))
}
