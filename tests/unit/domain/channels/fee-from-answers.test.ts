import assert from 'node:assert/strict'
import test from 'node:test'
import { feesFrom } from '#app/domain/channels/fee-from-answers.ts'
import type { AgeGroup } from '#app/domain/passport/person.ts'
import type { FeeSum } from '#app/domain/passport/what-it-takes.ts'

const RULES = {
  fee: (document: 'passport' | 'id-card', ageGroup: AgeGroup) =>
    document === 'id-card'
      ? ({ value: null, confidence: 'unknown' } as const)
      : ({ value: ['18+', '16-17'].includes(ageGroup) ? 840 : 510, confidence: 'documented' } as const),
  emergencyFee: { value: 1320, confidence: 'documented' } as const,
}
const feesOf = (document: string, who: string) =>
  feesFrom('passport-book', { document: [document], 'passport-who': [who] }, RULES)

test('the price is that of the one who is to have it, and of a child it depends on the age', () => {
  assert.deepEqual(known(feesOf('passport', 'me')), [840])
  assert.deepEqual(known(feesOf('passport', 'my-child')), [510, 840])
})

test('a fee that nobody knows is said to be unknown, beside the one that is known', () => {
  assert.deepEqual(feesOf('id-card', 'me'), [{ known: 0, unknown: 1, confidence: 'unknown' }])
  assert.deepEqual(feesOf('both', 'me'), [{ known: 840, unknown: 1, confidence: 'documented' }])
})

test('an emergency passport has a price of its own', () => {
  assert.deepEqual(known(feesFrom('passport-emergency', { document: ['emergency-passport'] }, RULES)), [1320])
  assert.deepEqual(known(feesFrom('passport-emergency', { 'lost-document': ['travelling'] }, RULES)), [1320])
})

test('nothing is said where nobody said who it is for, or it is for several', () => {
  assert.deepEqual(feesOf('passport', 'several'), [])
  assert.deepEqual(feesFrom('passport-lost', { 'lost-document': [] }, RULES), [])
})

function known(fees: readonly FeeSum[]): number[] {
  return fees.map((sum) => sum.known)
}
