import assert from 'node:assert/strict'
import test from 'node:test'
import { passportRulesOn, type PassportRules } from '#app/domain/passport/passport-rules.ts'
import { AGE_GROUPS, DOCUMENTS, type AgeGroup, type Document } from '#app/domain/passport/person.ts'
import { whatItTakes } from '#app/domain/passport/what-it-takes.ts'
import { deliveredRules } from '#db/seed/delivered-rules.ts'
import { aPerson } from '#tests/support/builders.ts'

const rules = passportRulesOn(deliveredRules(), Temporal.PlainDate.from('2026-11-23'))

test('both guardians consent for everybody under 18, whatever the document, with one exception', () => {
  const alone = AGE_GROUPS.flatMap((ageGroup) =>
    DOCUMENTS.filter((document) => takes(ageGroup, document).consent === 'none').map(
      (document) => `${ageGroup} ${document}`,
    ),
  )
  assert.deepEqual(alone, [
    ...DOCUMENTS.map((document) => `18+ ${document}`),
    '16-17 id-card-no-travel',
    '13-15 id-card-no-travel',
  ])
})

test('a guardian comes along to the counter exactly when guardians consent', () => {
  for (const ageGroup of AGE_GROUPS) {
    for (const document of DOCUMENTS) {
      const { consent, guardianComesAlong } = takes(ageGroup, document)
      assert.equal(guardianComesAlong, consent === 'both-guardians', `${ageGroup} ${document}`)
    }
  }
})

test('who decides alone brings the old passport', () => {
  assert.deepEqual(takes('18+', 'passport').bring, ['old-passport'])
})

test('for a child the guardian’s identification and proof of responsibility are brought', () => {
  assert.deepEqual(takes('0-4', 'passport').bring, [
    'old-passport',
    'guardian-identification',
    'proof-of-responsibility',
  ])
})

test('both documents are named one by one, with the fee and validity of each', () => {
  assert.deepEqual(
    takes('18+', 'passport-and-id-card-travel').documents.map(({ document, fee, validityYears }) => [
      document,
      fee.value,
      validityYears.value,
    ]),
    [
      ['passport', 840, 10],
      ['id-card', null, 5],
    ],
  )
})

test('the fee of one document is the whole fee', () => {
  assert.deepEqual(takes('18+', 'passport').totalFee, { value: 840, confidence: 'unverified' })
})

test('a sum with an unknown part is unknown, not the rest of it', () => {
  assert.deepEqual(takes('18+', 'passport-and-id-card-travel').totalFee, {
    value: null,
    confidence: 'unknown',
  })
})

test('a sum is as unsure as its least sure part', () => {
  const known: PassportRules = {
    ...rules,
    fee: (document) =>
      document === 'passport'
        ? { value: 800, confidence: 'documented' }
        : { value: 700, confidence: 'unverified' },
  }
  const person = aPerson({ document: 'passport-and-id-card-travel' })
  assert.deepEqual(whatItTakes(person, known).totalFee, { value: 1500, confidence: 'unverified' })
})

test('a sum of documented fees is documented', () => {
  const known: PassportRules = { ...rules, fee: () => ({ value: 800, confidence: 'documented' }) }
  assert.deepEqual(whatItTakes(aPerson(), known).totalFee, { value: 800, confidence: 'documented' })
})

function takes(ageGroup: AgeGroup, document: Document) {
  return whatItTakes(aPerson({ ageGroup, document }), rules)
}
