import { distanceKm, isWithin, type Point } from '#app/domain/geography/distance.ts'
import type { Office } from '#app/domain/geography/office.ts'
import { fitOf } from '#app/domain/scheduling/fit.ts'
import type { GroupNeed } from '#app/domain/scheduling/group-times.ts'
import { NO_FILTER, type SearchFilter } from '#app/domain/scheduling/search-filter.ts'
import { byDistance } from './by-distance.ts'
import { passportRules, type Portal } from './portal.server.ts'
import { searchBounds } from './search-bounds.server.ts'

/** An office and its earliest time for a stay; distances in kilometres in a straight line, null without a place. */
export type OfficeTime = { office: Office; distanceKm: number | null; earliest: number | null }

export type EarliestTimes = {
  /** Every office and bus stop that fits the filter, the nearest first (by name without a place). */
  offices: OfficeTime[]
  /** Those of which it is not known whether they fit; `otherwise` is the earliest time of any kind. */
  unknown: (OfficeTime & { otherwise: number | null })[]
  /** Offices that are ordered but not known to have opened. */
  coming: OfficeTime[]
  /** The earliest time in the country; the nearer office when two are alike. */
  anywhere: OfficeTime | null
  /** The earliest within reach of the place. */
  withinReach: OfficeTime | null
  nearest: OfficeTime | null
  reachKm: number
}

/**
 * The earliest time for a group at every office that issues passports. With a filter the places and times that fit
 * it; a distance then takes the place of the reach.
 */
export async function earliestTimes(
  portal: Portal,
  { need, from, filter = NO_FILTER }: { need: GroupNeed; from: Point | null; filter?: SearchFilter },
): Promise<EarliestTimes> {
  const { catalogue, availability } = portal
  const reachKm = filter.withinKm ?? passportRules(portal).reachKm
  await availability.freshen()
  const [bounds, anyTime] = [searchBounds(portal, filter), searchBounds(portal, NO_FILTER)]

  const all = [...catalogue.offices.values()].map((office) => ({
    office,
    distanceKm: from ? distanceKm(from, office) : null,
  }))
  const booked = all
    .filter(({ office }) => office.passport === 'yes' && office.kind !== 'governor')
    .map((row) => ({ ...row, earliest: availability.earliest(row.office.id, need, bounds) }))
    .sort(byDistance)
  const byFit = Map.groupBy(booked, ({ office, ...row }) => fitOf({ ...office, ...row }, filter))
  const offices = byFit.get('fits') ?? []
  const unknown = (byFit.get('unknown') ?? []).map((row) => ({
    ...row,
    otherwise: availability.earliest(row.office.id, need, anyTime),
  }))
  const coming = all
    .filter(({ office }) => office.passport === 'coming')
    .map((row) => ({ ...row, earliest: null }))
    .sort(byDistance)
  return {
    offices,
    unknown,
    coming,
    // Within a distance there is no "anywhere in the country".
    anywhere: filter.withinKm === null ? firstOf(offices) : null,
    withinReach: firstOf(
      offices.filter((row) => row.distanceKm !== null && isWithin(row.distanceKm, reachKm)),
    ),
    nearest: from ? (offices[0] ?? null) : null,
    reachKm,
  }
}

/** The earliest of rows that are sorted by distance. */
function firstOf(rows: readonly OfficeTime[]): OfficeTime | null {
  let first: OfficeTime | null = null
  for (const row of rows) {
    if (row.earliest !== null && (first?.earliest == null || row.earliest < first.earliest)) first = row
  }
  return first
}
