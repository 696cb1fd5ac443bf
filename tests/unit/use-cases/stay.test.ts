import assert from 'node:assert/strict'
import test from 'node:test'
import { consentsThatLapse, takesOf } from '#app/use-cases/stay.server.ts'
import { deliveredRules } from '#db/seed/delivered-rules.ts'
import { aCatalogue, aChild, aPerson, aRule } from '#tests/support/builders.ts'
import { aClockAt } from '#tests/support/movable-clock.ts'

const nextYear = aRule({ value: '900', appliesTo: 'age 16 and over', validFrom: '2027-01-01' })
const rules = deliveredRules().map((rule) =>
  rule.service === 'passport' && rule.attribute === 'fee' ? { ...rule, validTo: '2027-01-01' } : rule,
)
const portal = {
  catalogue: aCatalogue({ rules: [...rules, nextYear] }),
  clock: aClockAt('2026-12-30T09:00:00Z'),
}
const sumOn = (day?: string) =>
  takesOf(portal, [aPerson(), aPerson()], day === undefined ? undefined : Temporal.PlainDate.from(day)).sum
    .known

test('a fee is the one of the day on which it is paid', () => {
  assert.deepEqual([sumOn(), sumOn('2026-12-31'), sumOn('2027-01-01')], [1680, 1680, 1800])
})

test('of a day that has passed the fee of today is told: the rules of then may be gone', () => {
  assert.equal(sumOn('2020-01-01'), 1680)
})

test('a consent that was given before lapses for who has a time after its months, and for nobody else', () => {
  const people = [aPerson(), aChild('comes-along', 'has-consented'), aChild('comes-along', 'comes-along')]
  const { each } = takesOf(portal, people)
  const lapseOn = (day: string) => consentsThatLapse(portal, each, Temporal.PlainDate.from(day))
  assert.deepEqual(lapseOn('2027-03-30'), [null, null, null])
  assert.deepEqual(lapseOn('2027-03-31'), [null, 3, null])
})
