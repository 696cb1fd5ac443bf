import { dateFormat, listFormat, utcOf } from './kept-formats.ts'
import type { Language } from './languages.ts'

/** A Monday, so that weekday 1 is the first day of its week. */
const MONDAY = Temporal.PlainDate.from('2024-01-01')

/** "mandag" or, where there is little room, "ma"; 1 = Monday … 7 = Sunday. */
export function formatWeekday(weekday: number, language: Language, length: 'long' | 'shortest'): string {
  const day = MONDAY.add({ days: weekday - 1 })
  const long = dateFormat(language, { weekday: 'long' }).format(utcOf(day))
  // Two letters are what calendars in all three languages print.
  return length === 'long' ? long : long.slice(0, 2)
}

/** "24. november", without the weekday and the year. */
export function formatDate(day: Temporal.PlainDate, language: Language): string {
  return dateFormat(language, { day: 'numeric', month: 'long' }).format(utcOf(day))
}

/** "22. mai 2027". */
export function formatLongDate(day: Temporal.PlainDate, language: Language): string {
  return dateFormat(language, { day: 'numeric', month: 'long', year: 'numeric' }).format(utcOf(day))
}

/** "mandag, onsdag og fredag"; with 'or', "mandag, onsdag eller fredag". */
export function joinWords(words: readonly string[], language: Language, by: 'and' | 'or'): string {
  const type = by === 'and' ? 'conjunction' : 'disjunction'
  return listFormat(language, { type }).format(words)
}

/** "mai–september"; months follow one another, over the turn of the year too. */
export function formatMonths(months: readonly number[], language: Language): string {
  const nameOf = (month: number) =>
    dateFormat(language, { month: 'long' }).format(utcOf(MONDAY.with({ month, day: 1 })))
  const [first, last] = [months[0], months.at(-1)]
  if (first === undefined || last === undefined) return ''
  return first === last ? nameOf(first) : `${nameOf(first)}–${nameOf(last)}`
}
