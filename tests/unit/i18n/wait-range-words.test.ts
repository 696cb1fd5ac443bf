import assert from 'node:assert/strict'
import test from 'node:test'
import { translator } from '#app/i18n/i18n.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { waitRangeWords } from '#app/i18n/wait-range-words.ts'

function words(from: number, to: number): string[] {
  const most = { from, to }
  return LANGUAGES.map((language) => waitRangeWords({ half: most, most }, translator(language)))
}

test('a wait is a range, in each language', () => {
  assert.deepEqual(words(5, 15), ['om lag 5–15 minutter', 'om lag 5–15 minutt', 'about 5–15 minutes'])
})

test('a wait that may be nothing has only an end, and nobody is promised less than five minutes', () => {
  assert.deepEqual(words(0, 1)[0], 'under 5 minutter')
  assert.deepEqual(words(2, 4)[0], 'under 5 minutter')
  assert.deepEqual(words(0, 12)[0], 'under 12 minutter')
})

test('where it cannot be said, that is said', () => {
  assert.equal(waitRangeWords(null, translator('nb')), 'Vi kan ikke si hvor lenge det varer.')
})
