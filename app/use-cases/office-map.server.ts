import { directionTo, type Direction } from '#app/domain/geography/direction.ts'
import type { Point } from '#app/domain/geography/distance.ts'
import type { Office } from '#app/domain/geography/office.ts'
import type { DrawnMap } from './draw-map.server.ts'
import type { OfficeTime } from './earliest-times.server.ts'
import type { Portal } from './portal.server.ts'

/** Nearer than this, in kilometres, a direction says nothing: the point of a place is no more exact. */
const NO_DIRECTION_WITHIN = 1

/** Where a mark of the map lies, for those who read it. */
export type MappedOffice = {
  office: Pick<Office, 'name' | 'positionBasis'>
  distanceKm: number | null
  /** From the place that was searched from. */
  direction: Direction | null
  district: { nameNb: string; nameNn: string } | null
}

/** Draws the offices of a list, numbered from 1, and says where each lies; null when there is nothing to draw. */
export function officeMap(
  { catalogue, drawMap }: Pick<Portal, 'catalogue' | 'drawMap'>,
  { offices, from }: { offices: readonly OfficeTime[]; from: Point | null },
): { map: DrawnMap<number>; places: MappedOffice[] } | null {
  if (offices.length === 0) return null
  const points = offices.map(({ office: { latitude, longitude } }, index) => ({
    id: index + 1,
    latitude,
    longitude,
  }))
  return {
    map: drawMap(points, from),
    places: offices.map(({ office, distanceKm }) => ({
      office,
      distanceKm,
      direction: from && (distanceKm ?? 0) >= NO_DIRECTION_WITHIN ? directionTo(from, office) : null,
      district: catalogue.districts.get(office.districtId) ?? null,
    })),
  }
}
