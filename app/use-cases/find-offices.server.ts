import { distanceKm, type Point } from '#app/domain/geography/distance.ts'
import type { Office } from '#app/domain/geography/office.ts'
import { officeFit, type OfficeWish } from '#app/domain/offices/office-fit.ts'
import type { Person } from '#app/domain/passport/person.ts'
import { NO_FILTER, type DayBounds } from '#app/domain/scheduling/search-filter.ts'
import { byDistance } from './by-distance.ts'
import type { OfficeTime } from './earliest-times.server.ts'
import { openStateOf } from './office-hours.server.ts'
import { placeRules } from './place-rules.server.ts'
import { placesToMeet } from './places-to-meet.server.ts'
import type { Portal } from './portal.server.ts'
import { searchBounds } from './search-bounds.server.ts'
import { needOf } from './stay.server.ts'

/** Whose earliest time is told where nobody has said who is to come. */
export const ONE_ADULT: readonly Person[] = [
  { ageGroup: '18+', document: 'passport', needs: [], guardians: null },
]

/** Places that are what somebody looks for, and those of which that is not known; the nearest first. */
export type FoundOffices = { fits: OfficeTime[]; unknown: OfficeTime[] }

/** Looks through every place where one can meet the police. All of it is in memory. */
export async function findOffices(
  portal: Portal,
  { from, ...wish }: OfficeWish & { from: Point | null },
): Promise<FoundOffices> {
  await portal.availability.freshen()
  const rules = placeRules(portal)
  const timeOf = earliestOfOne(portal)
  const found: Record<'fits' | 'unknown' | 'no', OfficeTime[]> = { fits: [], unknown: [], no: [] }
  for (const office of placesToMeet(portal).values()) {
    const fit = officeFit(office, wish, { rules, state: openStateOf(portal, office) })
    found[fit].push({
      office,
      distanceKm: from ? distanceKm(from, office) : null,
      earliest: timeOf(office),
    })
  }
  return { fits: found.fits.sort(byDistance), unknown: found.unknown.sort(byDistance) }
}

/** The earliest passport time of one adult at a place; null where none can be booked. Call `freshen` before. */
export function earliestOfOne(
  portal: Portal,
): (office: Pick<Office, 'id' | 'kind' | 'passport'>) => number | null {
  const need = needOf(portal, ONE_ADULT)
  const bounds: DayBounds = searchBounds(portal, NO_FILTER)
  return ({ id, kind, passport }) =>
    passport === 'yes' && kind !== 'governor' ? portal.availability.earliest(id, need, bounds) : null
}
