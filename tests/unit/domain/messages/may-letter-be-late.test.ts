import assert from 'node:assert/strict'
import test from 'node:test'
import { mayLetterBeLate } from '#app/domain/messages/may-letter-be-late.ts'

test('a letter may be late for an appointment that is sooner than it may take, and is not for a later one', () => {
  const today = Temporal.PlainDate.from('2026-11-23')
  const isLate = (day: string) =>
    mayLetterBeLate({ today, day: Temporal.PlainDate.from(day) }, { letterDays: 7 })
  assert.deepEqual(['2026-11-23', '2026-11-29', '2026-11-30', '2026-12-24'].map(isLate), [
    true,
    true,
    false,
    false,
  ])
})
