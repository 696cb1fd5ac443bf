import assert from 'node:assert/strict'
import test from 'node:test'
import { PUBLISHED, publishedRules } from '#app/domain/rules/published-rules.ts'
import { readData, readPortalRules } from '#db/seed/read-data.ts'
import { aRule } from '#tests/support/builders.ts'

const TODAY = Temporal.PlainDate.from('2026-11-23')

test('a fee is given with its ages and how sure it is', () => {
  const fee = aRule({ appliesTo: 'age under 16', value: '510', confidence: 'unverified' })
  assert.deepEqual(publishedRules([fee], TODAY), [
    {
      name: 'passport-fee',
      ages: { kind: 'under', age: 16 },
      value: 510,
      unit: 'NOK',
      confidence: 'unverified',
    },
  ])
})

test('a rule without a value is not known, whatever it says of itself', () => {
  const [rule] = publishedRules([aRule({ value: '', confidence: 'documented' })], TODAY)
  assert.deepEqual([rule?.value, rule?.confidence], [null, 'unknown'])
})

test('a rule that does not hold yet, or no longer, is not shown', () => {
  const later = aRule({ validFrom: '2027-01-01' })
  const earlier = aRule({ validFrom: '2025-01-01', validTo: '2026-01-01' })
  assert.deepEqual(publishedRules([later, earlier], TODAY), [])
})

test('what the sources say only in words is not shown as a number', () => {
  assert.deepEqual(publishedRules([aRule({ value: 'about one week' })], TODAY), [])
})

test('of the rules that are a number or unknown, only limits by address and those that nothing here uses are left out', () => {
  const rules = [...readData().serviceRules, ...readPortalRules()]
  const names = rules
    .filter(({ value, unit }) => unit !== '' && !Number.isNaN(Number(value)))
    // Nobody who books needs to know them; who is stopped by one is told how long to wait.
    .filter(({ attribute }) => !attribute.startsWith('limit-'))
    // How a queue is ordered is told where people wait and where it is set.
    .filter(({ service }) => service !== 'queue')
    .map(({ service, attribute }) => `${service}-${attribute}`)
  const published: readonly string[] = PUBLISHED
  assert.deepEqual([...new Set(names)].filter((name) => !published.includes(name)).sort(), [
    'any-unconfirmed-always',
    'any-unconfirmed-share',
    'emergency-passport-duration',
    'staff-session-idle',
    'staff-session-longest',
    'staff-session-warning',
  ])
})
