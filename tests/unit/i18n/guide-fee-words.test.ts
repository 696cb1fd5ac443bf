import assert from 'node:assert/strict'
import test from 'node:test'
import { guideFeeWords } from '#app/i18n/guide-fee-words.ts'
import { translator } from '#app/i18n/i18n.ts'

const t = translator('en')
const sum = (known: number) => ({ known, unknown: 0, confidence: 'documented' }) as const

test('one price is said, several as from and to, and none as not known', () => {
  assert.match(guideFeeWords([sum(840)], 'en', t), /^NOK.840\.$/)
  assert.match(guideFeeWords([sum(510), sum(840)], 'en', t), /^NOK.510 for the youngest\. .*NOK.840\.$/)
  assert.equal(guideFeeWords([], 'en', t), t('guide:takes.priceUnknown'))
})
