import { isWithin } from '../geography/distance.ts'
import type { HoursBasis } from '../geography/office.ts'
import { asksForHours, chosenParts, type SearchFilter } from './search-filter.ts'

/** Whether a place is what a person asked for; `unknown` where that depends on hours that nobody knows. */
export type Fit = 'fits' | 'unknown' | 'no'

/**
 * Whether a place fits a filter.
 * @param place with the distance from the person, and its earliest time within the filter
 */
export function fitOf(
  place: { distanceKm: number | null; hoursBasis: HoursBasis; earliest: number | null },
  filter: SearchFilter,
): Fit {
  const { distanceKm, hoursBasis, earliest } = place
  if (filter.withinKm !== null && (distanceKm === null || !isWithin(distanceKm, filter.withinKm))) return 'no'
  if (asksForHours(filter) && hoursBasis === 'assumed') return 'unknown'
  // Without a filter a place that has no time is listed too, and says so.
  return earliest === null && chosenParts(filter).length > 0 ? 'no' : 'fits'
}
