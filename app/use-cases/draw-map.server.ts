import { geoArea, geoPath, geoTransverseMercator, type GeoProjection, type GeoStream } from 'd3-geo'
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
/**
 * The narrowest views, in degrees of latitude (0.18: some 20 km). Where a view shows no coast and no border, nobody can
 * tell where it is: then the next is taken.
 */
const NARROWEST = [0.18, 0.72, 2.88] as const
/** Points of the coast that are nearer to each other than this many units are one. */
const THIN = 2
/** Views that are kept drawn; many people look from the same places. */
const KEPT_VIEWS = 400
/** The middle meridian of the projection, as in Norway's own maps (UTM zone 33). */
const MERIDIAN = 15

/** Prepares the drawing of maps of Norway. Drawn land is kept by view, so that most maps only place their points. */
export function mapDrawer(outlines: CountyOutlines): DrawMap {
  const polygons = outlines.features.flatMap(({ geometry }) => wound(geometry))
  const drawn = new Map<string, DrawnLand>()

  function landIn({ key, projection, frame, height }: View): DrawnLand {
    const known = drawn.get(key)
    if (known) return known
    const seen = boxAround(projection, frame)
    const geometries = polygons.filter(({ box }) => isNear(box, seen)).map(({ polygon }) => polygon)
    const stream = (out: GeoStream) => projection.stream(thinned(out))
    const path = geoPath({ stream }).digits(0)({ type: 'GeometryCollection', geometries }) ?? ''
    const fresh = { path, hasOutline: showsAnOutline(path, height) }
    if (drawn.size >= KEPT_VIEWS) drawn.clear()
    drawn.set(key, fresh)
    return fresh
  }

  return (points, here) => {
    const views = NARROWEST.map((narrowest) => () => viewOf(here ? [...points, here] : points, narrowest))
    const view = firstThat(views, (one) => landIn(one).hasOutline)
    const { projection, height } = view
    const place = ({ latitude, longitude }: Point) => {
      const [x = 0, y = 0] = projection([longitude, latitude]) ?? []
      return { x: Math.round(x), y: Math.round(y) }
    }
    const spots = points.map((point) => ({ id: point.id, ...place(point) }))
    const marks =
      spots.length > MOST_SPREAD ? spots : spreadMarks(spots, { apart: MARKS_APART, width: WIDTH, height })
    return {
      width: WIDTH,
      height,
      land: landIn(view).path,
      points: spots.map(({ id, x, y }, index) => ({ id, x, y, mark: marks[index] ?? { x, y } })),
      here: here ? place(here) : null,
    }
  }
}

type DrawnLand = { path: string; hasOutline: boolean }

type View = {
  key: string
  height: number
  /** How far land is drawn. */
  frame: Frame
  projection: GeoProjection
}
type Frame = readonly [[number, number], [number, number]]

/** The box around the points, widened to a coarse grid so that near-by searches share a view. */
function viewOf(points: readonly Point[], narrowest: number): View {
  const latitudes = points.map(({ latitude }) => latitude)
  const longitudes = points.map(({ longitude }) => longitude)
  const grid = gridFor(Math.max(...latitudes) - Math.min(...latitudes), narrowest)
  const south = Math.floor(Math.min(...latitudes) / grid) * grid
  const north = Math.ceil(Math.max(...latitudes) / grid) * grid
  const west = Math.floor(Math.min(...longitudes) / (2 * grid)) * 2 * grid
  const east = Math.ceil(Math.max(...longitudes) / (2 * grid)) * 2 * grid
  // Half a degree of longitude is about as long as a quarter of one of latitude this far north.
  const isHigh = north - south > (east - west) / 2
  const height = isHigh ? HIGH : LOW
  const beside = isHigh ? BESIDE_HIGH : BEYOND
  const frame: Frame = [
    [-beside, -BEYOND],
    [WIDTH + beside, height + BEYOND],
  ]
  const coordinates = [west, east].flatMap((longitude) => [
    [longitude, south],
    [longitude, north],
  ])
  const projection = geoTransverseMercator()
    .rotate([-MERIDIAN, 0])
    .precision(0)
    .fitExtent(
      [
        [MARGIN, MARGIN],
        [WIDTH - MARGIN, height - MARGIN],
      ],
      { type: 'MultiPoint', coordinates },
    )
    .clipExtent([[...frame[0]], [...frame[1]]])
  return {
    key: [south, north, west, east].map((side) => side.toFixed(3)).join(' '),
    height,
    frame,
    projection,
  }
}

/** A sixth of the height of the view, in powers of two of the narrowest. */
function gridFor(height: number, narrowest: number): number {
  const grid = narrowest / 4
  return grid * 2 ** Math.max(0, Math.ceil(Math.log2(height / 6 / grid)))
}

/** Whether a drawn path has a point inside the picture, as it is seen where the page is narrow. */
function showsAnOutline(path: string, height: number): boolean {
  return [...path.matchAll(/(-?\d+),(-?\d+)/g)].some(([, x, y]) => {
    return Number(x) > 0 && Number(x) < WIDTH && Number(y) > 0 && Number(y) < height
  })
}

/** The first that will do, each made when it is asked for; the last when none does. */
function firstThat<One>(makers: readonly (() => One)[], willDo: (one: One) => boolean): One {
  const [make, ...others] = makers
  if (!make) throw new Error('There must be one to choose')
  const one = make()
  return others.length === 0 || willDo(one) ? one : firstThat(others, willDo)
}

/** A ring of land with the box that it fills. */
type Land = { polygon: { type: 'Polygon'; coordinates: number[][][] }; box: Box }
type Box = { south: number; north: number; west: number; east: number }

/** d3 wants the inside on the other hand than GeoJSON does; a ring that holds most of the globe is turned around. */
function wound(geometry: CountyOutlines['features'][number]['geometry']): Land[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return polygons.map((rings) => {
    const inside = geoArea({ type: 'Polygon', coordinates: rings }) < 2 * Math.PI
    const coordinates = inside ? rings : rings.map((ring) => [...ring].reverse())
    return { polygon: { type: 'Polygon', coordinates }, box: boxOf(rings[0] ?? []) }
  })
}

/** What a frame shows of the earth: its corners and the middles of its sides, which bend outwards a little. */
function boxAround(projection: GeoProjection, [[left, top], [right, bottom]]: Frame): Box {
  const [middle, half] = [(left + right) / 2, (top + bottom) / 2]
  const around = [left, middle, right].flatMap((x) => [top, half, bottom].map((y) => [x, y] as const))
  return boxOf(around.map(([x, y]) => projection.invert?.([x, y]) ?? [0, 0]))
}

function boxOf(points: readonly (readonly number[])[]): Box {
  const box = { south: Infinity, north: -Infinity, west: Infinity, east: -Infinity }
  for (const [longitude = 0, latitude = 0] of points) {
    box.south = Math.min(box.south, latitude)
    box.north = Math.max(box.north, latitude)
    box.west = Math.min(box.west, longitude)
    box.east = Math.max(box.east, longitude)
  }
  return box
}

function isNear(one: Box, other: Box): boolean {
  const overlaps = (low: number, high: number, from: number, to: number) => low <= to && from <= high
  return (
    overlaps(one.south, one.north, other.south, other.north) &&
    overlaps(one.west, one.east, other.west, other.east)
  )
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
