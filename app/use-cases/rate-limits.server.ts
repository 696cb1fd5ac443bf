import { rateLimitsOn, type RateLimits } from '#app/domain/rules/rate-limits.ts'
import { keptForDay } from './kept-for-day.ts'
import { todayOf, type Portal } from './portal.server.ts'

const ofDay = keptForDay<Pick<Portal, 'catalogue' | 'clock'>, RateLimits>(({ catalogue, clock }) =>
  rateLimitsOn(catalogue.rules, todayOf(clock)),
)

/** The limits that hold today. */
export function rateLimits(portal: Pick<Portal, 'catalogue' | 'clock'>): RateLimits {
  return ofDay(portal, '')
}
