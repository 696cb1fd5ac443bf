import { z } from 'zod'
import type { SearchFilter } from '#app/domain/scheduling/search-filter.ts'

const FilterParameters = z.object({
  within: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .transform(Number)
    .nullable()
    .catch(null),
  hours: z.literal('evening').nullable().catch(null),
})

const Weekday = z.string().regex(/^[1-7]$/)

/** Reads the filter from an address. What is missing or was tampered with counts as not chosen. */
export function readFilter(search: URLSearchParams): SearchFilter {
  const { within, hours } = FilterParameters.parse(Object.fromEntries(search))
  const weekdays = search.getAll('weekday').filter((text) => Weekday.safeParse(text).success)
  return {
    withinKm: within,
    evening: hours === 'evening',
    weekdays: [...new Set(weekdays)].map(Number).sort((a, b) => a - b),
  }
}

/** Writes it beside the other answers, so that it follows the person from page to page. */
export function writeFilter(search: URLSearchParams, { withinKm, evening, weekdays }: SearchFilter): void {
  if (withinKm !== null) search.set('within', String(withinKm))
  if (evening) search.set('hours', 'evening')
  for (const weekday of weekdays) search.append('weekday', String(weekday))
}
