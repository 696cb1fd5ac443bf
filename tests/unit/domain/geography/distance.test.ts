import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { distanceKm } from '#app/domain/geography/distance.ts'

const OSLO = { latitude: 59.9139, longitude: 10.7522 }
const BERGEN = { latitude: 60.3913, longitude: 5.3221 }

test('Oslo to Bergen is about 305 km in a straight line', () => {
  assert.equal(Math.round(distanceKm(OSLO, BERGEN) / 5) * 5, 305)
})

test('from the equator to the pole it is 10,008 km (a sphere of the mean radius)', () => {
  const [equator, pole] = [0, 90].map((latitude) => ({ latitude, longitude: 10 }))
  assert.equal(equator && pole && Math.round(distanceKm(equator, pole)), 10_008)
})

test('a degree of latitude is about 111 km', () => {
  assert.ok(
    Math.abs(distanceKm({ latitude: 60, longitude: 10 }, { latitude: 61, longitude: 10 }) - 111.2) < 0.1,
  )
})

test('from a place to itself it is nothing', () => {
  assert.equal(distanceKm(OSLO, OSLO), 0)
})

test('it is as far back as forth', () => {
  const point = fc.record({
    latitude: fc.double({ min: 57, max: 81, noNaN: true }),
    longitude: fc.double({ min: -10, max: 35, noNaN: true }),
  })
  fc.assert(fc.property(point, point, (a, b) => Math.abs(distanceKm(a, b) - distanceKm(b, a)) < 1e-9))
})
