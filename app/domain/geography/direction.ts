import type { Point } from './distance.ts'

/** The eight winds, clockwise from north. */
export const DIRECTIONS = [
  'north',
  'north-east',
  'east',
  'south-east',
  'south',
  'south-west',
  'west',
  'north-west',
] as const
export type Direction = (typeof DIRECTIONS)[number]

const TURN = 360

/** The direction in which one sets out from a point to reach another in a straight line. */
export function directionTo(from: Point, to: Point): Direction {
  const toRadians = Math.PI / 180
  const [fromLatitude, toLatitude] = [from.latitude * toRadians, to.latitude * toRadians]
  const east = (to.longitude - from.longitude) * toRadians
  const bearing =
    Math.atan2(
      Math.sin(east) * Math.cos(toLatitude),
      Math.cos(fromLatitude) * Math.sin(toLatitude) -
        Math.sin(fromLatitude) * Math.cos(toLatitude) * Math.cos(east),
    ) / toRadians
  const step = Math.round((((bearing + TURN) % TURN) / TURN) * DIRECTIONS.length)
  return DIRECTIONS[step % DIRECTIONS.length] ?? 'north'
}
