import assert from 'node:assert/strict'
import test from 'node:test'
import { translator } from '#app/i18n/i18n.ts'
import { minutesWords } from '#app/i18n/minutes-words.ts'
import { waitRangeWords } from '#app/i18n/wait-range-words.ts'

const t = translator('nb')

test('above ninety minutes a wait is told in hours and minutes', () => {
  assert.equal(minutesWords(90, t), '90 minutter')
  assert.equal(minutesWords(111, t), '1 time og 51 minutter')
  assert.equal(minutesWords(120, t), '2 timer')
  const long = { from: 111, to: 231 }
  assert.equal(
    waitRangeWords({ half: long, most: long }, t),
    'om lag 1 time og 51 minutter til 3 timer og 51 minutter',
  )
  const open = { from: 0, to: 127 }
  assert.equal(waitRangeWords({ half: open, most: open }, t), 'under 2 timer og 7 minutter')
})
