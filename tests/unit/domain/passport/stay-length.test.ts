import assert from 'node:assert/strict'
import test from 'node:test'
import { passportRulesOn } from '#app/domain/passport/passport-rules.ts'
import { DOCUMENTS, type Need, type Document } from '#app/domain/passport/person.ts'
import { stayMinutes, stayTicks } from '#app/domain/passport/stay-length.ts'
import { deliveredRules } from '#db/seed/delivered-rules.ts'
import { aPerson } from '#tests/support/builders.ts'

const rules = passportRulesOn(deliveredRules(), Temporal.PlainDate.from('2026-11-23'))

test('one document takes 10 minutes, both take 15', () => {
  assert.deepEqual(
    DOCUMENTS.map((document) => minutes(document)),
    [10, 10, 10, 15, 15],
  )
})

test('an interpreter doubles the stay', () => {
  assert.equal(minutes('passport', ['interpreter']), 20)
  assert.equal(minutes('passport-and-id-card-travel', ['interpreter']), 30)
})

test('more time at the counter adds 5 minutes, which an interpreter does not double', () => {
  assert.equal(minutes('passport', ['accessible']), 15)
  assert.equal(minutes('passport', ['accessible', 'interpreter']), 25)
  assert.equal(minutes('passport', ['interpreter', 'accessible']), 25)
})

test('a stay is claimed in whole steps of five minutes', () => {
  const ticks = (passport: number) =>
    stayTicks(aPerson({ document: 'passport' }), { ...rules, minutes: { ...rules.minutes, passport } })
  assert.deepEqual([10, 11, 14, 15, 16].map(ticks), [2, 3, 3, 3, 4])
})

function minutes(document: Document, needs: Need[] = []): number {
  return stayMinutes(aPerson({ document, needs }), rules)
}
