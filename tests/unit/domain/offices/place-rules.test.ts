import assert from 'node:assert/strict'
import test from 'node:test'
import { placeRulesOn } from '#app/domain/offices/place-rules.ts'
import { deliveredRules } from '#db/seed/delivered-rules.ts'
import { readData } from '#db/seed/read-data.ts'
import { aRule } from '#tests/support/builders.ts'

const TODAY = Temporal.PlainDate.from('2026-11-27')
const data = readData()
const delivered = placeRulesOn(deliveredRules(data), TODAY)

test('the delivered rules name only municipalities that exist', () => {
  const known = new Set(data.municipalities.map(({ kommunenummer }) => kommunenummer))
  const named = [...delivered.serviceCentres, ...delivered.withoutRoad]
  assert.deepEqual(
    named.filter((number) => !known.has(number)),
    [],
  )
  assert.equal(delivered.serviceCentres.length, 9)
})

test('every police district has a mailbox, and in the demonstration none is a real one', () => {
  for (const { district_id, is_police_district } of data.districts) {
    const mailbox = delivered.mailboxOf(district_id)
    if (!is_police_district) assert.equal(mailbox, null)
    else {
      assert.match(mailbox?.address ?? '', /@example\.org$/)
      assert.equal(mailbox?.confidence, 'demonstration')
    }
  }
})

test('what no rule says of a place is not known', () => {
  const rules = placeRulesOn([], TODAY)
  assert.equal(rules.given('report', 'station'), 'unknown')
  assert.deepEqual([rules.serviceCentres, rules.withoutRoad, rules.mailboxOf('oslo')], [[], [], null])
})

test('a value that makes no sense is found out', () => {
  const wrong = aRule({ service: 'report', attribute: 'at-office', appliesTo: 'station', value: 'maybe' })
  assert.throws(() => placeRulesOn([wrong], TODAY).given('report', 'station'), RangeError)
  const number = aRule({ service: 'office', attribute: 'without-road', value: '185' })
  assert.throws(() => placeRulesOn([number], TODAY), RangeError)
})
