import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { countyOutlines } from '#db/queries/county-outlines.ts'
import { mapDrawer } from '#app/use-cases/draw-map.server.ts'

const drawMap = mapDrawer(countyOutlines())

const SANDVIKA = { id: 'Sandvika', latitude: 59.886, longitude: 10.524 }
const OSLO = { id: 'Oslo', latitude: 59.912, longitude: 10.76 }
const VARDO = { id: 'Vardø', latitude: 70.37, longitude: 31.1 }
const MANDAL = { id: 'Mandal', latitude: 58.03, longitude: 7.45 }

const aPointInNorway = fc.record({
  id: fc.integer(),
  latitude: fc.double({ min: 58, max: 71.2, noNaN: true }),
  longitude: fc.double({ min: 4.6, max: 31, noNaN: true }),
})

test('every office lies inside the picture, wherever the offices are', () => {
  fc.assert(
    fc.property(fc.array(aPointInNorway, { minLength: 1, maxLength: 12 }), (offices) => {
      const { points, width, height } = drawMap(offices, null)
      for (const { x, y } of points) assert.ok(x >= 0 && x <= width && y >= 0 && y <= height, `${x} ${y}`)
    }),
    { numRuns: 60 },
  )
})

test('east is to the right and north is up', () => {
  const { points } = drawMap([MANDAL, VARDO], null)
  const [mandal, vardo] = points
  assert.ok(mandal && vardo && vardo.x > mandal.x && vardo.y < mandal.y)
})

test('one office alone still has land around it', () => {
  assert.ok(drawMap([SANDVIKA], null).land.length > 50)
})

test('where neither coast nor border is near, the view is widened until one is seen', () => {
  const lillehammer = { id: 'Lillehammer', latitude: 61.115, longitude: 10.466 }
  const gjovik = { id: 'Gjøvik', latitude: 60.795, longitude: 10.69 }
  const hamar = { id: 'Hamar', latitude: 60.795, longitude: 11.07 }
  for (const offices of [[lillehammer], [lillehammer, gjovik, hamar]]) {
    const { land, width, height } = drawMap(offices, lillehammer)
    const inside = [...land.matchAll(/(-?\d+),(-?\d+)/g)].filter(
      ([, x, y]) => Number(x) > 0 && Number(x) < width && Number(y) > 0 && Number(y) < height,
    )
    assert.ok(inside.length > 10, `${inside.length} points of outline around ${offices.length}`)
  }
})

test('the place that was searched from is in the picture too', () => {
  const { here, width, height } = drawMap([SANDVIKA], MANDAL)
  assert.ok(here && here.x >= 0 && here.x <= width && here.y >= 0 && here.y <= height)
})

test('a search from next door is drawn on the same land', () => {
  const nextDoor = { latitude: SANDVIKA.latitude + 0.001, longitude: SANDVIKA.longitude + 0.001 }
  assert.equal(drawMap([SANDVIKA, OSLO], SANDVIKA).land, drawMap([SANDVIKA, OSLO], nextDoor).land)
})

test('the whole country is light enough for a page', () => {
  assert.ok(drawMap([MANDAL, VARDO], null).land.length < 40_000)
})
