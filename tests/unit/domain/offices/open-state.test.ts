import assert from 'node:assert/strict'
import test from 'node:test'
import { openStateAt, type OfficeDayHours } from '#app/domain/offices/open-state.ts'

const today: OfficeDayHours = {
  ...{ day: '2026-11-27', closed: null },
  open: [
    { start: 100, end: 120 },
    { start: 126, end: 150 },
  ],
}
const closed: OfficeDayHours = { day: '2026-11-28', open: [], closed: null }
const later: OfficeDayHours = { day: '2026-11-29', open: [{ start: 700, end: 720 }], closed: null }
const known = { days: [today, closed, later], hoursBasis: 'source-2022' } as const

test('an office is open from the first tick of its hours until before the last', () => {
  assert.deepEqual(openStateAt(100, known), { is: 'open', until: 120, again: today.open[1] })
  assert.equal(openStateAt(119, known).is, 'open')
  assert.deepEqual(openStateAt(120, known), { is: 'closed', opens: 126 })
})

test('a break is not the end of the day, and the last hours are', () => {
  assert.deepEqual(openStateAt(126, known), { is: 'open', until: 150, again: null })
  assert.deepEqual(openStateAt(700, known), { is: 'open', until: 720, again: null })
})

test('after the last hours of a day it says when it opens next, and nothing when that is not known', () => {
  assert.deepEqual(openStateAt(150, known), { is: 'closed', opens: 700 })
  assert.deepEqual(openStateAt(800, known), { is: 'closed', opens: null })
})

test('hours that were made up do not say whether the door is open', () => {
  assert.deepEqual(openStateAt(100, { ...known, hoursBasis: 'assumed' }), { is: 'unknown' })
})

test('a place without any hours is not said to be closed, unless it is known why it is', () => {
  const holiday = { kind: 'holiday', name: 'christmas-day' } as const
  assert.deepEqual(openStateAt(100, { ...known, days: [closed] }), { is: 'unknown' })
  assert.deepEqual(openStateAt(100, { ...known, days: [{ ...closed, closed: holiday }] }), {
    ...{ is: 'closed', opens: null },
  })
})
