import assert from 'node:assert/strict'
import test from 'node:test'
import { translator } from '#app/i18n/i18n.ts'
import { waitWords } from '#app/i18n/wait-words.ts'

test('a wait is told in minutes, then in hours, and never as less than it is', () => {
  const words = [1, 60, 61, 600, 3_600, 3_601].map((seconds) => waitWords(seconds, translator('en')))
  assert.deepEqual(words, ['1 minute', '1 minute', '2 minutes', '10 minutes', '60 minutes', '2 hours'])
})
