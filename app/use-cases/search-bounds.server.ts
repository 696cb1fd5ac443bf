import { searchRulesOn, type SearchRules } from '#app/domain/rules/search-rules.ts'
import {
  dayBound,
  dayBounds,
  type DayBounds,
  type SearchFilter,
} from '#app/domain/scheduling/search-filter.ts'
import { firstBookableTick, todayOf, type Portal } from './portal.server.ts'

/** The rules of the search that hold today. */
export function searchRules({ catalogue, clock }: Pick<Portal, 'catalogue' | 'clock'>): SearchRules {
  return searchRulesOn(catalogue.rules, todayOf(clock))
}

/** The first tick that counts on each day of the booking window. Call `freshen` before: it may begin a new day. */
export function searchBounds(
  portal: Pick<Portal, 'catalogue' | 'clock' | 'availability'>,
  filter: SearchFilter,
): DayBounds {
  return dayBounds({ days: portal.availability.days(), ...limitsOf(portal, filter) })
}

/** The same for one day at a time. */
export function searchBoundOf(
  portal: Pick<Portal, 'catalogue' | 'clock'>,
  filter: SearchFilter,
): (day: string) => number | null {
  const limits = limitsOf(portal, filter)
  return (day) => dayBound(day, limits)
}

function limitsOf(portal: Pick<Portal, 'catalogue' | 'clock'>, filter: SearchFilter) {
  return { filter, notBefore: firstBookableTick(portal), eveningFrom: searchRules(portal).eveningFrom }
}
