/** Public holidays in Norway (lov om helligdager og helligdagsfred § 2, lov om 1. og 17. mai som høgtidsdager). */
export type HolidayName =
  | 'new-year'
  | 'maundy-thursday'
  | 'good-friday'
  | 'easter-sunday'
  | 'easter-monday'
  | 'labour-day'
  | 'constitution-day'
  | 'ascension-day'
  | 'whit-sunday'
  | 'whit-monday'
  | 'christmas-day'
  | 'boxing-day'

type Date = { month: number; day: number }

const FIXED: readonly (Date & { name: HolidayName })[] = [
  { name: 'new-year', month: 1, day: 1 },
  { name: 'labour-day', month: 5, day: 1 },
  { name: 'constitution-day', month: 5, day: 17 },
  { name: 'christmas-day', month: 12, day: 25 },
  { name: 'boxing-day', month: 12, day: 26 },
]

const DAYS_FROM_EASTER: readonly { name: HolidayName; days: number }[] = [
  { name: 'maundy-thursday', days: -3 },
  { name: 'good-friday', days: -2 },
  { name: 'easter-sunday', days: 0 },
  { name: 'easter-monday', days: 1 },
  { name: 'ascension-day', days: 39 },
  { name: 'whit-sunday', days: 49 },
  { name: 'whit-monday', days: 50 },
]

const holidaysByYear = new Map<number, ReadonlyMap<number, HolidayName>>()

/** The public holiday on a day, or null. Where two meet, the one with a fixed date gives the name. */
export function holidayOn(day: Temporal.PlainDate): HolidayName | null {
  let holidays = holidaysByYear.get(day.year)
  if (!holidays) {
    holidays = holidaysOf(day.year)
    holidaysByYear.set(day.year, holidays)
  }
  return holidays.get(keyOf(day)) ?? null
}

function holidaysOf(year: number): ReadonlyMap<number, HolidayName> {
  const easter = easterSunday(year)
  const holidays = new Map<number, HolidayName>()
  for (const { name, days } of DAYS_FROM_EASTER) holidays.set(keyOf(easter.add({ days })), name)
  for (const fixed of FIXED) holidays.set(keyOf(fixed), fixed.name)
  return holidays
}

function keyOf({ month, day }: Date): number {
  return month * 100 + day
}

/** The Gregorian computus (Meeus/Jones/Butcher; J. Meeus, Astronomical Algorithms, ch. 8). */
export function easterSunday(year: number): Temporal.PlainDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const yearOfCentury = year % 100
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7
  const lateMoon = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const fromMarch = epact + weekday - 7 * lateMoon + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(fromMarch / 31), day: (fromMarch % 31) + 1 })
}
