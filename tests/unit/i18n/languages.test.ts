import assert from 'node:assert/strict'
import test from 'node:test'
import { isLanguage, nearestLanguage } from '#app/i18n/languages.ts'

const BROWSERS = [
  ['nb', 'nb'],
  ['nb-NO,nb;q=0.9,no;q=0.8,nn;q=0.6,en-US;q=0.5,en;q=0.4', 'nb'],
  ['nn-NO,nn;q=0.9,nb;q=0.5', 'nn'],
  ['NN', 'nn'],
  ['en-GB', 'en'],
  ['en-US;q=0.3, nn;q=0.7', 'nn'],
  ['no', 'nb'],
  ['da, en;q=0.9', 'nb'],
  ['sv-SE', 'nb'],
  ['se', 'nb'],
  ['de-DE,de;q=0.9', 'en'],
  ['de-DE,de;q=0.9,nb;q=0.1', 'nb'],
  ['pl', 'en'],
  ['nn;q=0, en', 'en'],
  ['*', 'nb'],
  ['', 'nb'],
  [null, 'nb'],
  [';;;q=,,', 'nb'],
  ['nb;q=high', 'nb'],
] as const
for (const [accept, language] of BROWSERS) {
  test(`a browser that asks for ${JSON.stringify(accept)} is answered in ${language}`, () => {
    assert.equal(nearestLanguage(undefined, accept), language)
  })
}

test('the language that a person chose goes before what the browser asks for', () => {
  assert.equal(nearestLanguage('nn', 'en-GB'), 'nn')
})

test('a remembered language that we do not have is no language', () => {
  assert.equal(nearestLanguage('xx', 'en-GB'), 'en')
})

test('only what is offered is a language', () => {
  assert.deepEqual(['nb', 'nn', 'en', 'se', 'NB', '', undefined].map(isLanguage), [
    ...[true, true, true],
    ...[false, false, false, false],
  ])
})
