import { OSLO, tickToInstant } from '#app/domain/time/tick.ts'
import type { Translate } from './i18n.ts'
import type { Language } from './languages.ts'

const LOCALES = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' } as const

const formats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`
  const made = formats.get(key) ?? new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC', ...options })
  formats.set(key, made)
  return made
}

/** "tirsdag 24. november", with the year when it is not this year. */
export function formatDay(day: Temporal.PlainDate, today: Temporal.PlainDate, language: Language): string {
  const options: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' }
  if (day.year !== today.year) options.year = 'numeric'
  const formatted = dateFormat(language, options).format(Date.UTC(day.year, day.month - 1, day.day))
  return language === 'en' ? formatted.replace(',', '') : formatted
}

/** "09.30" in Norwegian, "09:30" in English; a wall clock in Norway. */
export function formatTime(time: Temporal.PlainTime, language: Language): string {
  const [hours, minutes] = [time.hour, time.minute].map((part) => String(part).padStart(2, '0'))
  return language === 'en' ? `${hours}:${minutes}` : `${hours}.${minutes}`
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

/** Describes a tick as people say it, seen from `today`. */
export function describeTick(
  tick: number,
  today: Temporal.PlainDate,
  language: Language,
  t: Translate,
): Moment {
  return describeInstant(tickToInstant(tick), today, language, t)
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
  return t('common:kroner', { amount: new Intl.NumberFormat(LOCALES[language]).format(amount) })
}

/** "400 m", "4 km", "1 250 km": as exact as a straight line deserves. */
export function formatDistance(kilometres: number, language: Language): string {
  const near = kilometres < 1
  return new Intl.NumberFormat(LOCALES[language], {
    style: 'unit',
    unit: near ? 'meter' : 'kilometer',
    maximumFractionDigits: 0,
  }).format(near ? Math.round(kilometres * 10) * 100 : kilometres)
}

/** "K7M 4PX 9TR": groups of three are read and copied with fewer slips. */
export function inGroups(code: string): string {
  return code.replace(/(.{3})(?=.)/g, '$1 ')
}

const lists = new Map<Language, Intl.ListFormat>()

/** "Kari, Ola og Per". */
export function formatList(words: readonly string[], language: Language): string {
  const format = lists.get(language) ?? new Intl.ListFormat(LOCALES[language], { type: 'conjunction' })
  lists.set(language, format)
  return format.format(words)
}
