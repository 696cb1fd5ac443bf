import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { spreadMarks } from '#app/domain/geography/spread-marks.ts'

const PICTURE = { apart: 40, width: 480, height: 330 }

test('marks with room around them stay where they are', () => {
  const spots = [
    { x: 100, y: 100 },
    { x: 200, y: 100 },
  ]
  assert.deepEqual(spreadMarks(spots, PICTURE), spots)
})

test('of twenty marks none covers another, wherever they lie, and all are in the picture', () => {
  const aSpot = fc.record({ x: fc.integer({ min: 0, max: 480 }), y: fc.integer({ min: 0, max: 330 }) })
  fc.assert(
    fc.property(fc.array(aSpot, { maxLength: 20 }), (spots) => {
      const marks = spreadMarks(spots, PICTURE)
      for (const [index, one] of marks.entries()) {
        assert.ok(one.x >= 20 && one.x <= 460 && one.y >= 20 && one.y <= 310, `${one.x} ${one.y}`)
        for (const other of marks.slice(index + 1)) {
          assert.ok(Math.hypot(one.x - other.x, one.y - other.y) >= 36, 'two marks cover each other')
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('marks on one point are pulled apart too', () => {
  const marks = spreadMarks(Array(12).fill({ x: 240, y: 160 }), PICTURE)
  assert.equal(new Set(marks.map(({ x, y }) => `${x} ${y}`)).size, 12)
})
