import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { passportRulesOn, type PassportRules } from '#app/domain/passport/passport-rules.ts'
import {
  agesOf,
  AGE_GROUPS,
  DOCUMENTS,
  type AgeGroup,
  type Document,
  type Guardians,
} from '#app/domain/passport/person.ts'
import { sumForAll, whatItTakes } from '#app/domain/passport/what-it-takes.ts'
import { deliveredRules } from '#db/seed/delivered-rules.ts'
import { aPerson } from '#tests/support/builders.ts'

const rules = passportRulesOn(deliveredRules(), Temporal.PlainDate.from('2026-11-23'))

test('both guardians consent for everybody under 18, whatever the document, with one exception', () => {
  const alone = AGE_GROUPS.flatMap((ageGroup) =>
    DOCUMENTS.filter((document) => takes(ageGroup, document).consent.state === 'not-needed').map(
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
      assert.equal(guardianComesAlong, consent.state !== 'not-needed', `${ageGroup} ${document}`)
    }
  }
})

test('who decides alone brings the old passport', () => {
  assert.deepEqual(takes('18+', 'passport').bring, ['old-passport'])
})

test('for a child the guardian’s identification is brought, and proof when one has responsibility alone', () => {
  const bringOf = (guardians: Guardians | null) =>
    whatItTakes(aPerson({ ageGroup: '0-4', guardians }), rules).bring
  const known = ['old-passport', 'guardian-identification']
  assert.deepEqual(bringOf({ first: 'comes-along', second: 'missing' }), known)
  assert.deepEqual(bringOf({ first: 'comes-along', second: 'sole' }), [...known, 'proof-of-responsibility'])
  assert.deepEqual(bringOf(null), [...known, 'proof-of-responsibility'], 'not asked yet')
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
  assert.deepEqual(takes('18+', 'passport').fee, { known: 840, unknown: 0, confidence: 'unverified' })
})

test('a sum says what is known of it and how many fees are not', () => {
  assert.deepEqual(takes('18+', 'passport-and-id-card-travel').fee, {
    known: 840,
    unknown: 1,
    confidence: 'unverified',
  })
})

test('a sum of which nothing is known is unknown', () => {
  assert.deepEqual(takes('18+', 'id-card-travel').fee, { known: 0, unknown: 1, confidence: 'unknown' })
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
  assert.deepEqual(whatItTakes(person, known).fee, { known: 1500, unknown: 0, confidence: 'unverified' })
})

test('a sum of documented fees is documented', () => {
  const known: PassportRules = { ...rules, fee: () => ({ value: 800, confidence: 'documented' }) }
  assert.deepEqual(whatItTakes(aPerson(), known).fee, { known: 800, unknown: 0, confidence: 'documented' })
})

test('a family pays the sum of the fees at each age and boundary', () => {
  fc.assert(
    fc.property(fc.array(aPersonOfAnyAge, { minLength: 1, maxLength: 8 }), (people) => {
      const each = people.map((person) => whatItTakes(person, rules))
      const passports = people.filter(({ document }) => document.startsWith('passport'))
      const cards = people.filter(({ document }) => document.includes('id-card'))
      // 840 from 16 years, 510 under; the fee of an ID card is not known (services.csv).
      const known = passports.reduce((sum, { ageGroup }) => sum + (isFrom16(ageGroup) ? 840 : 510), 0)
      assert.equal(sumForAll(each).known, known)
      assert.equal(sumForAll(each).unknown, cards.length)
    }),
  )
})

test('at each age from 0 to 120 the rules are those of the group that the age lies in', () => {
  for (let age = 0; age <= 120; age += 1) {
    const ageGroup = groupOf(age)
    const { documents, guardianComesAlong } = takes(ageGroup, 'passport')
    assert.equal(documents[0]?.validityYears.value, age < 5 ? 2 : age < 10 ? 3 : age < 16 ? 5 : 10, `${age}`)
    assert.equal(documents[0]?.fee.value, age < 16 ? 510 : 840, `${age}`)
    assert.equal(guardianComesAlong, age < 18, `${age}`)
    assert.equal(takes(ageGroup, 'id-card-no-travel').guardianComesAlong, age < 13, `${age}`)
    assert.equal(takes(ageGroup, 'id-card-travel').guardianComesAlong, age < 18, `${age}`)
  }
})

const aPersonOfAnyAge = fc.record({
  ageGroup: fc.constantFrom(...AGE_GROUPS),
  document: fc.constantFrom(...DOCUMENTS),
  needs: fc.constant([]),
  guardians: fc.constant(null),
})

function isFrom16(ageGroup: AgeGroup): boolean {
  return agesOf(ageGroup).youngest >= 16
}

function groupOf(age: number): AgeGroup {
  const [group, ...others] = AGE_GROUPS.filter((one) => {
    const { youngest, oldest } = agesOf(one)
    return youngest <= age && age <= oldest
  })
  assert.ok(group && others.length === 0, `${age} lies in one group`)
  return group
}

function takes(ageGroup: AgeGroup, document: Document) {
  return whatItTakes(aPerson({ ageGroup, document }), rules)
}
