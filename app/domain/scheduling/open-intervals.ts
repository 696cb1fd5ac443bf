import { joined, type Interval } from '../time/interval.ts'
import { OSLO, TICK_SECONDS, tickAt } from '../time/tick.ts'

/** Wall-clock hours 'HH:MM' on multiples of a tick; `closes` is after `opens` and may be '24:00'. */
type Hours = { opens: string; closes: string }

/** Hours of one weekday (1 = Monday), from the day `validFrom` until before the day `validTo`, 'YYYY-MM-DD'. */
export type WeeklyHours = Hours & { weekday: number; validFrom: string; validTo: string | null }

/** Hours on one day, 'YYYY-MM-DD'. */
export type DatedHours = Hours & { day: string }

/** `isWholeDay` is false when the clock is changed: then time on the clock and elapsed time differ. */
type DayStart = { text: string; weekday: number; startTick: number; isWholeDay: boolean }

const TICKS_OF_WHOLE_DAY = (24 * 60 * 60) / TICK_SECONDS
const MINUTES_OF_TICK = TICK_SECONDS / 60

/** More days than any booking window; past this the cache is emptied rather than growing with the uptime. */
const CACHED_DAYS = 2_000
const dayStarts = new Map<string, DayStart>()

/**
 * When one resource is open on one day, in ticks, sorted and without overlaps. Weekly and dated hours add up;
 * a closed day has none. Takes the rows as they are stored, because it runs once per counter and day.
 */
export function openIntervals({
  day,
  openings,
  datedOpenings,
  isClosed,
  zone = OSLO,
}: {
  day: Temporal.PlainDate
  openings: readonly WeeklyHours[]
  datedOpenings: readonly DatedHours[]
  /** A holiday, or a day on which the office is closed. */
  isClosed: boolean
  zone?: string
}): Interval[] {
  if (isClosed) return []
  const start = dayStartOf(day, zone)
  const open: Interval[] = []
  for (const hours of openings) {
    if (hours.weekday !== start.weekday || start.text < hours.validFrom) continue
    if (hours.validTo !== null && start.text >= hours.validTo) continue
    addHours(open, hours, { start, day, zone })
  }
  for (const hours of datedOpenings) {
    if (hours.day === start.text) addHours(open, hours, { start, day, zone })
  }
  // Nearly always one: worth not copying, since this runs for every counter and day.
  return open.length < 2 ? open : joined(open)
}

/** The tick at which a wall clock 'HH:MM' shows this time on a day; a time that the clock skips is the moment of the skip. */
export function clockTick(day: Temporal.PlainDate, clock: string, zone = OSLO): number {
  return tickOfClock(minutesOf(clock), { start: dayStartOf(day, zone), day, zone })
}

function addHours(
  open: Interval[],
  { opens, closes }: Hours,
  at: { start: DayStart; day: Temporal.PlainDate; zone: string },
): void {
  const interval = { start: tickOfClock(minutesOf(opens), at), end: tickOfClock(minutesOf(closes), at) }
  // Hours that lie wholly in the hour that the clock skips have no length that day.
  if (interval.start < interval.end) open.push(interval)
}

function tickOfClock(
  minutes: number,
  { start, day, zone }: { start: DayStart; day: Temporal.PlainDate; zone: string },
): number {
  if (start.isWholeDay) return start.startTick + minutes / MINUTES_OF_TICK
  if (minutes === 24 * 60) return dayStartOf(day.add({ days: 1 }), zone).startTick
  const wanted = day.toPlainDateTime({ hour: Math.floor(minutes / 60), minute: minutes % 60 })
  const moment = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' })
  if (moment.toPlainDateTime().equals(wanted)) return tickAt(moment.toInstant())
  // The clock skips this time: the moment of the skip stands for it, as it does for a person reading a clock.
  const skip = moment.getTimeZoneTransition('next')
  return tickAt((skip ?? moment).toInstant())
}

function dayStartOf(day: Temporal.PlainDate, zone: string): DayStart {
  const text = day.toString()
  const key = zone === OSLO ? text : `${text} ${zone}`
  const cached = dayStarts.get(key)
  if (cached) return cached
  const start = tickAt(day.toZonedDateTime(zone).toInstant())
  const end = tickAt(day.add({ days: 1 }).toZonedDateTime(zone).toInstant())
  const fresh = {
    text,
    weekday: day.dayOfWeek,
    startTick: start,
    isWholeDay: end - start === TICKS_OF_WHOLE_DAY,
  }
  if (dayStarts.size >= CACHED_DAYS) dayStarts.clear()
  dayStarts.set(key, fresh)
  return fresh
}

/** Minutes from midnight on the clock: '08:30' gives 510, '24:00' gives 1440. */
export function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}
