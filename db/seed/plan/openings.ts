import type { WeeklyHours } from '#app/domain/scheduling/open-intervals.ts'
import { joinHours, type DayHours, type OfficeWeek } from './weekly-hours.ts'

const BREAK_MINUTES = 30

/** More than five and a half hours give a right to a break (arbeidsmiljøloven § 10-9); the longest days have two. */
const BREAK_FROM_MINUTES = 330
const TWO_BREAKS_FROM_MINUTES = 600

/** A pause of the office as short as this is its lunch, which several counters can take in turn. */
const LUNCH_AT_MOST_MINUTES = 45

/** The source says "summer" without dates; these are the school holidays, about. */
const SUMMER = { from: '06-20', until: '08-21' }

/** The weekly hours of one of the counters of an office, with its breaks and with summer hours in dated rows. */
export function counterOpenings({
  week,
  counter,
  counters,
  years,
}: {
  week: OfficeWeek
  counter: number
  counters: number
  /** The years for which summer hours are written, in order. */
  years: readonly number[]
}): WeeklyHours[] {
  const ordinary = withBreaks(week.ordinary, counter, counters)
  const firstDay = `${years[0] ?? 2026}-01-01`
  if (week.summer === null) return rowsOf(ordinary, firstDay, null)

  const summer = withBreaks(week.summer, counter, counters)
  const rows: WeeklyHours[] = []
  let ordinaryFrom = firstDay
  for (const year of years) {
    const from = `${year}-${SUMMER.from}`
    const until = `${year}-${SUMMER.until}`
    rows.push(...rowsOf(ordinary, ordinaryFrom, from), ...rowsOf(summer, from, until))
    ordinaryFrom = until
  }
  return [...rows, ...rowsOf(ordinary, ordinaryFrom, null)]
}

/** Counters of one office take their breaks in turn, so that only a single counter closes for lunch. */
function withBreaks(week: readonly DayHours[], counter: number, counters: number): DayHours[] {
  const stretches = joinHours(week, counters > 1 ? LUNCH_AT_MOST_MINUTES : 0)
  const turn = [0, BREAK_MINUTES, -BREAK_MINUTES][(counter - 1) % 3] ?? 0
  return stretches.flatMap((stretch) => {
    const pieces: DayHours[] = []
    let opens = stretch.opens
    for (const pause of breaksOf(stretch)) {
      pieces.push({ ...stretch, opens, closes: pause + turn })
      opens = pause + turn + BREAK_MINUTES
    }
    return [...pieces, { ...stretch, opens }]
  })
}

/** When the breaks of a stretch begin: its middle, or its thirds, on the half hour. */
function breaksOf({ opens, closes }: DayHours): number[] {
  const length = closes - opens
  if (length < BREAK_FROM_MINUTES) return []
  const parts = length < TWO_BREAKS_FROM_MINUTES ? [1 / 2] : [1 / 3, 2 / 3]
  return parts.map((part) => {
    const middle = opens + length * part - BREAK_MINUTES / 2
    return Math.round(middle / BREAK_MINUTES) * BREAK_MINUTES
  })
}

function rowsOf(week: readonly DayHours[], validFrom: string, validTo: string | null): WeeklyHours[] {
  return week.map(({ weekday, opens, closes }) => ({
    weekday,
    opens: clockOf(opens),
    closes: clockOf(closes),
    validFrom,
    validTo,
  }))
}

function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
