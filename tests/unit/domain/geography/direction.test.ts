import assert from 'node:assert/strict'
import test from 'node:test'
import { DIRECTIONS, directionTo } from '#app/domain/geography/direction.ts'

const OSLO = { latitude: 59.91, longitude: 10.75 }

test('each of the eight directions is told from the others', () => {
  // A degree of longitude is half as long as one of latitude here.
  const around = [
    [1, 0],
    [1, 2],
    [0, 2],
    [-1, 2],
    [-1, 0],
    [-1, -2],
    [0, -2],
    [1, -2],
  ] as const
  const told = around.map(([north, east]) =>
    directionTo(OSLO, { latitude: OSLO.latitude + north / 10, longitude: OSLO.longitude + east / 10 }),
  )
  assert.deepEqual(told, DIRECTIONS)
})

test('real places lie where people say they do', () => {
  const [hamar, moss, drammen] = [
    { latitude: 60.79, longitude: 11.07 },
    { latitude: 59.43, longitude: 10.66 },
    { latitude: 59.74, longitude: 10.2 },
  ]
  assert.equal(directionTo(OSLO, hamar), 'north')
  assert.equal(directionTo(OSLO, moss), 'south')
  assert.equal(directionTo(OSLO, drammen), 'south-west')
})
