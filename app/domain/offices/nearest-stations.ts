import { distanceKm } from '../geography/distance.ts'
import type { Municipality } from '../geography/municipality.ts'
import type { Office } from '../geography/office.ts'

/** A station and how far it is from the centre of a municipality, in a straight line. */
export type NearestStation = { officeId: string; distanceKm: number }

/**
 * For each municipality the nearest place of its own police district that is open all year: a help to find one's way,
 * not an official assignment. A district without a station of its own (Svalbard) has the Governor.
 */
export function nearestStations(
  municipalities: Iterable<Municipality>,
  offices: Iterable<Office>,
): Map<string, NearestStation> {
  const staying = [...offices].filter(
    ({ kind, season }) => season === null && (kind === 'station' || kind === 'governor'),
  )
  const ofDistrict = Map.groupBy(staying, ({ districtId }) => districtId)
  const nearest = new Map<string, NearestStation>()
  for (const municipality of municipalities) {
    for (const office of ofDistrict.get(municipality.districtId) ?? []) {
      const km = distanceKm(municipality, office)
      const before = nearest.get(municipality.number)
      if (!before || km < before.distanceKm) {
        nearest.set(municipality.number, { officeId: office.id, distanceKm: km })
      }
    }
  }
  return nearest
}
