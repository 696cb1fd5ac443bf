import assert from 'node:assert/strict'
import test from 'node:test'
import { isRunningText, readingOf } from '#tests/support/plain-language.ts'

test('LIX is the words per sentence and the percentage of words of seven letters or more', () => {
  const { lix, wordsPerSentence, words } = readingOf(['Vi ses i morgen. Politiet tar bildet.'])
  assert.deepEqual({ wordsPerSentence, words }, { wordsPerSentence: 3.5, words: 7 })
  assert.equal(Math.round(lix * 10) / 10, 17.8)
})

test('a time, a decimal and an address of a site do not end a sentence', () => {
  assert.equal(readingOf(['Vi ses kl. 09.30 på politiet.no i dag.']).wordsPerSentence, 8)
})

test('a placeholder is one short word and a tag is none', () => {
  assert.equal(readingOf(['Timen er <b>{{time}}</b>.']).words, 3)
})

test('a label is not running text', () => {
  assert.equal(isRunningText('E-post eller mobil'), false)
  assert.equal(isRunningText('Skriv en av dem.'), true)
})
