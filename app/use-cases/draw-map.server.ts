import { geoArea, geoPath, geoTransverseMercator, type GeoStream } from 'd3-geo'
import type { CountyOutlines } from '#db/queries/county-outlines.ts'
import type { Point } from '#app/domain/geography/distance.ts'
import { spreadMarks, type Spot } from '#app/domain/geography/spread-marks.ts'

/** A drawn map: land as one SVG path, points in the same units. */
export type DrawnMap<Id> = {
  width: number
  height: number
  land: string
  /** Where each lies, and where its mark is drawn: beside it when others are too near. */
  points: (Spot & { id: Id; mark: Spot })[]
  here: Spot | null
}

export type DrawMap = <Id>(points: readonly (Point & { id: Id })[], here: Point | null) => DrawnMap<Id>

const WIDTH = 480
/** Height for views that are wider, and for those that are higher than they are wide: Norway is long. */
const LOW = 330
const HIGH = 480
/** Room around the outermost points, for their marks. */
const MARGIN = 32
/** How far the middles of two marks are apart, so that each number can be read. */
const MARKS_APART = 38
/** More marks than these do not fit beside each other; then they stay where they lie, as dots. */
const MOST_SPREAD = 20
/** Land is drawn this far past the picture, so that no edge of it is seen. */
const BEYOND = 10
/** Past the sides of a high picture more: where the page is wide, it is shown in a wide frame. */
const BESIDE_HIGH = 120
/** The narrowest view, in degrees of latitude: some 20 km, so that one office still has a country around it. */
const NARROWEST = 0.18
/** Points of the coast that are nearer to each other than this many units are one. */
const THIN = 2
/** Views that are kept drawn; many people look from the same places. */
const KEPT_VIEWS = 400
/** The middle meridian of the projection, as in Norway's own maps (UTM zone 33). */
const MERIDIAN = 15

/** Prepares the drawing of maps of Norway. Drawn land is kept by view, so that most maps only place their points. */
export function mapDrawer(outlines: CountyOutlines): DrawMap {
  const land = {
    type: 'GeometryCollection' as const,
    geometries: outlines.features.map(({ geometry }) => wound(geometry)),
  }
  const drawn = new Map<string, string>()

  return (points, here) => {
    const view = viewOf(here ? [...points, here] : points)
    const height = view.isHigh ? HIGH : LOW
    const beside = view.isHigh ? BESIDE_HIGH : BEYOND
    const projection = geoTransverseMercator()
      .rotate([-MERIDIAN, 0])
      .precision(0)
      .fitExtent(
        [
          [MARGIN, MARGIN],
          [WIDTH - MARGIN, height - MARGIN],
        ],
        { type: 'MultiPoint', coordinates: view.corners },
      )
      .clipExtent([
        [-beside, -BEYOND],
        [WIDTH + beside, height + BEYOND],
      ])
    const place = ({ latitude, longitude }: Point) => {
      const [x = 0, y = 0] = projection([longitude, latitude]) ?? []
      return { x: Math.round(x), y: Math.round(y) }
    }

    const known = drawn.get(view.key)
    const path = known ?? geoPath({ stream: (out) => projection.stream(thinned(out)) }).digits(0)(land) ?? ''
    if (known === undefined) {
      if (drawn.size >= KEPT_VIEWS) drawn.clear()
      drawn.set(view.key, path)
    }
    const spots = points.map((point) => ({ id: point.id, ...place(point) }))
    const marks =
      spots.length > MOST_SPREAD ? spots : spreadMarks(spots, { apart: MARKS_APART, width: WIDTH, height })
    return {
      width: WIDTH,
      height,
      land: path,
      points: spots.map(({ id, x, y }, index) => ({ id, x, y, mark: marks[index] ?? { x, y } })),
      here: here ? place(here) : null,
    }
  }
}

/** The box around the points, widened to a coarse grid so that near-by searches share a view. */
function viewOf(points: readonly Point[]): { key: string; corners: [number, number][]; isHigh: boolean } {
  const latitudes = points.map(({ latitude }) => latitude)
  const longitudes = points.map(({ longitude }) => longitude)
  const grid = gridFor(Math.max(...latitudes) - Math.min(...latitudes))
  const south = Math.floor(Math.min(...latitudes) / grid) * grid
  const north = Math.ceil(Math.max(...latitudes) / grid) * grid
  const west = Math.floor(Math.min(...longitudes) / (2 * grid)) * 2 * grid
  const east = Math.ceil(Math.max(...longitudes) / (2 * grid)) * 2 * grid
  const corners: [number, number][] = [
    [west, south],
    [west, north],
    [east, south],
    [east, north],
  ]
  // Half a degree of longitude is about as long as a quarter of one of latitude this far north.
  const isHigh = north - south > (east - west) / 2
  return { key: [south, north, west, east].map((side) => side.toFixed(3)).join(' '), corners, isHigh }
}

/** A sixth of the height of the view, in powers of two of the narrowest. */
function gridFor(height: number): number {
  const grid = NARROWEST / 4
  return grid * 2 ** Math.max(0, Math.ceil(Math.log2(height / 6 / grid)))
}

/** d3 wants the inside on the other hand than GeoJSON does; a ring that holds most of the globe is turned around. */
function wound(geometry: CountyOutlines['features'][number]['geometry']) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const coordinates = polygons.map((rings) => {
    const inside = geoArea({ type: 'Polygon', coordinates: rings }) < 2 * Math.PI
    return inside ? rings : rings.map((ring) => [...ring].reverse())
  })
  return { type: 'MultiPolygon' as const, coordinates }
}

/** Leaves out points that would not be seen. */
function thinned(out: GeoStream): GeoStream {
  let last: [number, number] | null = null
  return {
    point(x, y) {
      if (last && Math.abs(x - last[0]) + Math.abs(y - last[1]) < THIN) return
      last = [x, y]
      out.point(x, y)
    },
    lineStart() {
      last = null
      out.lineStart()
    },
    lineEnd: () => out.lineEnd(),
    polygonStart: () => out.polygonStart(),
    polygonEnd: () => out.polygonEnd(),
    sphere: () => out.sphere?.(),
  }
}
