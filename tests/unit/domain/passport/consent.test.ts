import assert from 'node:assert/strict'
import test from 'node:test'
import { companionsOf, consentOf, lapsesBefore } from '#app/domain/passport/consent.ts'
import { GUARDIAN_ANSWERS } from '#app/domain/passport/person.ts'
import { aChild, aPerson } from '#tests/support/builders.ts'

test('an adult needs no consent', () => {
  assert.equal(consentOf(aPerson()).state, 'not-needed')
})

test('a child of whose guardians nobody asked is unanswered', () => {
  assert.equal(consentOf(aPerson({ ageGroup: '10-12' })).state, 'unanswered')
})

test('a consent that was given before has lapsed when the day is more than its months away', () => {
  const today = Temporal.PlainDate.from('2026-11-30')
  const lapses = (day: string, gaveBefore = true, months: number | null = 3) =>
    lapsesBefore(Temporal.PlainDate.from(day), { gaveBefore }, { today, months })
  // November has a 30th, February has not.
  assert.deepEqual([lapses('2027-02-28'), lapses('2027-03-01')], [false, true])
  assert.equal(lapses('2027-03-01', false), false, 'a guardian who comes along consents then')
  assert.equal(lapses('2030-01-01', true, null), false, 'nobody knows how long it holds')
})

test('consent is complete when each guardian comes along or has consented, and missing else', () => {
  for (const first of GUARDIAN_ANSWERS) {
    for (const second of GUARDIAN_ANSWERS) {
      const { state, missing } = consentOf(aChild(first, second))
      const lacking = [first, second].filter((answer) => answer === 'missing').length
      assert.deepEqual([state, missing], [lacking === 0 ? 'complete' : 'missing', lacking])
    }
  }
})

test('one who has parental responsibility alone decides alone', () => {
  assert.deepEqual(consentOf(aChild('comes-along', 'sole')), {
    state: 'complete',
    missing: 0,
    companions: 1,
    gaveBefore: false,
    sole: true,
  })
  assert.equal(consentOf(aChild('missing', 'sole')).missing, 1)
})

test('a consent that is missing does not hide that somebody comes along', () => {
  assert.equal(consentOf(aChild('comes-along', 'missing')).companions, 1)
})

test('as many guardians are counted on as come along with every child', () => {
  const both = aChild('comes-along', 'comes-along')
  assert.equal(companionsOf([aPerson(), both, both]), 2)
  assert.equal(companionsOf([both, aChild('comes-along', 'has-consented')]), 1)
})

test('a child whose guardians all stay at home is still not served alone', () => {
  assert.equal(companionsOf([aChild('has-consented', 'has-consented')]), 1)
})

test('without children nobody limits anybody', () => {
  assert.equal(companionsOf([aPerson(), aPerson()]), Infinity)
})
