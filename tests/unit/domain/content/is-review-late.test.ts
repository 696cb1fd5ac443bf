import assert from 'node:assert/strict'
import test from 'node:test'
import { isReviewLate } from '#app/domain/content/is-review-late.ts'

test('a page is late from the day after the one by which it was to be looked at', () => {
  const page = { reviewBy: '2027-05-22' }
  assert.equal(isReviewLate(page, Temporal.PlainDate.from('2027-05-22')), false)
  assert.equal(isReviewLate(page, Temporal.PlainDate.from('2027-05-23')), true)
})
