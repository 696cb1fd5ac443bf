import { OSLO, tickToInstant } from '#app/domain/time/tick.ts'
import type { Translate } from './i18n.ts'
import { dateFormat, listFormat, numberFormat, utcOf } from './kept-formats.ts'
import type { Language } from './languages.ts'

/** "tirsdag 24. november", with the year when it is not this year. */
export function formatDay(day: Temporal.PlainDate, today: Temporal.PlainDate, language: Language): string {
  const options: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' }
  if (day.year !== today.year) options.year = 'numeric'
  const formatted = dateFormat(language, options).format(utcOf(day))
  return language === 'en' ? formatted.replace(',', '') : formatted
}

/** "09.30" in Norwegian, "09:30" in English; a wall clock in Norway. */
export function formatTime(time: Temporal.PlainTime, language: Language): string {
  const [hours, minutes] = [time.hour, time.minute].map((part) => String(part).padStart(2, '0'))
  return language === 'en' ? `${hours}:${minutes}` : `${hours}.${minutes}`
}

/** "09.30" of the moment at which a tick begins. */
export function formatClock(tick: number, language: Language): string {
  return formatTime(tickToInstant(tick).toZonedDateTimeISO(OSLO).toPlainTime(), language)
}

/** A moment in words and for `<time datetime>`. */
export type Moment = {
  /** ISO 8601 with offset. */
  iso: string
  day: string
  time: string
  /** "i morgen kl. 10.20" or "tirsdag 24. november kl. 09.30". */
  words: string
  /** "tirsdag 24. november kl. 09.30", also when it is tomorrow. */
  full: string
}

/** More than there are ticks on which something may begin, at all offices; then it begins anew. */
const MOST_TICKS = 20_000
let described = { day: '', moments: new Map<string, Moment>() }

/** Describes a tick as people say it, seen from `today`; each is put into words once a day. */
export function describeTick(
  tick: number,
  today: Temporal.PlainDate,
  language: Language,
  t: Translate,
): Moment {
  const day = today.toString()
  if (described.day !== day || described.moments.size >= MOST_TICKS) described = { day, moments: new Map() }
  const key = `${tick} ${language}`
  const moment = described.moments.get(key) ?? describeInstant(tickToInstant(tick), today, language, t)
  described.moments.set(key, moment)
  return moment
}

export function describeInstant(
  instant: Temporal.Instant,
  today: Temporal.PlainDate,
  language: Language,
  t: Translate,
): Moment {
  const local = instant.toZonedDateTimeISO(OSLO)
  const day = formatDay(local.toPlainDate(), today, language)
  const time = formatTime(local.toPlainTime(), language)
  const full = t('common:time.dayAndTime', { day, time })
  const daysAhead = today.until(local.toPlainDate(), { largestUnit: 'day' }).days
  const words =
    daysAhead === 0
      ? t('common:time.today', { time })
      : daysAhead === 1
        ? t('common:time.tomorrow', { time })
        : full
  return { iso: local.toString({ timeZoneName: 'never', smallestUnit: 'minute' }), day, time, words, full }
}

/** "840 kr", "NOK 840". */
export function formatKroner(amount: number, language: Language, t: Translate): string {
  return t('common:kroner', { amount: numberFormat(language, {}).format(amount) })
}

/** "400 m", "4 km", "1 250 km": as exact as a straight line deserves. */
export function formatDistance(kilometres: number, language: Language): string {
  const near = kilometres < 1
  return numberFormat(language, {
    style: 'unit',
    unit: near ? 'meter' : 'kilometer',
    maximumFractionDigits: 0,
  }).format(near ? Math.round(kilometres * 10) * 100 : kilometres)
}

/** "K7M 4PX 9TR": groups of three are read and copied with fewer slips. */
export function inGroups(code: string): string {
  return code.replace(/(.{3})(?=.)/g, '$1 ')
}

/** "Kari, Ola og Per". */
export function formatList(words: readonly string[], language: Language): string {
  return listFormat(language, { type: 'conjunction' }).format(words)
}
