import { nearestStations, type NearestStation } from '#app/domain/offices/nearest-stations.ts'
import { keptForDay } from './kept-for-day.ts'
import type { Portal } from './portal.server.ts'

const ofDay = keptForDay(
  ({ catalogue }: Pick<Portal, 'catalogue' | 'clock'>, _key): ReadonlyMap<string, NearestStation> =>
    nearestStations(catalogue.municipalities.values(), catalogue.offices.values()),
)

/** For each municipality, by its number, the nearest place of its own district. */
export function nearestStationByMunicipality(
  portal: Pick<Portal, 'catalogue' | 'clock'>,
): ReadonlyMap<string, NearestStation> {
  return ofDay(portal, '')
}
