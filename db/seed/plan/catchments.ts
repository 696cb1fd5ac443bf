import { distanceKm } from '#app/domain/geography/distance.ts'
import type { Office } from '#app/domain/geography/office.ts'
import type { MunicipalityRow } from '../file-schemas.ts'

/**
 * How many people have each office as their nearest one, by the straight line from the centre of their municipality:
 * a plain measure of how many counters it needs.
 */
export function populationServed(
  offices: readonly Pick<Office, 'id' | 'latitude' | 'longitude'>[],
  municipalities: readonly MunicipalityRow[],
): Map<string, number> {
  const served = new Map(offices.map(({ id }) => [id, 0]))
  for (const { centre_lat: latitude, centre_lon: longitude, population } of municipalities) {
    let nearest: { id: string; km: number } | null = null
    for (const office of offices) {
      const km = distanceKm(office, { latitude, longitude })
      if (nearest === null || km < nearest.km) nearest = { id: office.id, km }
    }
    if (nearest) served.set(nearest.id, (served.get(nearest.id) ?? 0) + population)
  }
  return served
}
