/** A point in WGS84 decimal degrees. */
export type Point = { latitude: number; longitude: number }

const EARTH_RADIUS_KM = 6371.0088

/** The straight line over the ground in kilometres; roads, fjords and ferries make the way longer. */
export function distanceKm(a: Point, b: Point): number {
  const toRadians = Math.PI / 180
  const latitude = Math.sin(((b.latitude - a.latitude) * toRadians) / 2)
  const longitude = Math.sin(((b.longitude - a.longitude) * toRadians) / 2)
  const h =
    latitude * latitude +
    Math.cos(a.latitude * toRadians) * Math.cos(b.latitude * toRadians) * longitude * longitude
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(h))
}

/** Whether a distance lies within a limit as it is shown: in whole kilometres, so that "50 km" is never beyond 50 km. */
export function isWithin(distance: number, limitKm: number): boolean {
  return Math.round(distance) <= limitKm
}
