import { distanceKm, type Point } from '#app/domain/geography/distance.ts'
import type { Office } from '#app/domain/geography/office.ts'
import type { GroupNeed } from '#app/domain/scheduling/group-times.ts'
import { passportRules, firstBookableTick, type Portal } from './portal.server.ts'

/** An office and its earliest time for a stay; distances in kilometres in a straight line, null without a place. */
export type OfficeTime = { office: Office; distanceKm: number | null; earliest: number | null }

export type EarliestTimes = {
  /** Every office and bus stop, the nearest first (by name without a place). */
  offices: OfficeTime[]
  /** Offices that are ordered but not known to have opened. */
  coming: OfficeTime[]
  /** The earliest time in the country; the nearer office when two are alike. */
  anywhere: OfficeTime | null
  /** The earliest within reach of the place. */
  withinReach: OfficeTime | null
  nearest: OfficeTime | null
  reachKm: number
}

/** The earliest time for a group at every office that issues passports. */
export async function earliestTimes(
  portal: Portal,
  { need, from }: { need: GroupNeed; from: Point | null },
): Promise<EarliestTimes> {
  const { catalogue, availability } = portal
  const { reachKm } = passportRules(portal)
  const notBefore = firstBookableTick(portal)
  await availability.freshen()

  const all = [...catalogue.offices.values()].map((office) => ({
    office,
    distanceKm: from ? distanceKm(from, office) : null,
  }))
  const offices = all
    .filter(({ office }) => office.passport === 'yes' && office.kind !== 'governor')
    .map((row) => ({ ...row, earliest: availability.earliest(row.office.id, need, notBefore) }))
    .sort(byDistance)
  const coming = all
    .filter(({ office }) => office.passport === 'coming')
    .map((row) => ({ ...row, earliest: null }))
    .sort(byDistance)
  return {
    offices,
    coming,
    anywhere: firstOf(offices),
    withinReach: firstOf(offices.filter((row) => row.distanceKm !== null && row.distanceKm <= reachKm)),
    nearest: from ? (offices[0] ?? null) : null,
    reachKm,
  }
}

/** Made once: `localeCompare` would look up the language for each pair of names. */
const inNorwegian = new Intl.Collator('nb')

function byDistance(a: Omit<OfficeTime, 'earliest'>, b: Omit<OfficeTime, 'earliest'>): number {
  return (a.distanceKm ?? 0) - (b.distanceKm ?? 0) || inNorwegian.compare(a.office.name, b.office.name)
}

/** The earliest of rows that are sorted by distance. */
function firstOf(rows: readonly OfficeTime[]): OfficeTime | null {
  let first: OfficeTime | null = null
  for (const row of rows) {
    if (row.earliest !== null && (first?.earliest == null || row.earliest < first.earliest)) first = row
  }
  return first
}
