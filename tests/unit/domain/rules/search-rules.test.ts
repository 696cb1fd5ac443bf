import assert from 'node:assert/strict'
import test from 'node:test'
import { searchRulesOn } from '#app/domain/rules/search-rules.ts'
import { deliveredRules } from '#db/seed/delivered-rules.ts'
import { aRule } from '#tests/support/builders.ts'

const TODAY = Temporal.PlainDate.from('2026-11-23')

function rules({ evening = '16:00', distances = '25;50' } = {}) {
  const search = { service: 'any', appliesTo: 'search' }
  return [
    aRule({ ...search, attribute: 'evening-from', value: evening }),
    aRule({ ...search, attribute: 'distance-choices', value: distances }),
  ]
}

test('the delivered rules say when the evening begins and which distances one may choose', () => {
  assert.deepEqual(searchRulesOn(deliveredRules(), TODAY), {
    eveningFrom: '16:00',
    distancesKm: [25, 50, 100],
  })
})

test('the distances are offered from the shortest on, however they are written', () => {
  assert.deepEqual(searchRulesOn(rules({ distances: '100;5;25' }), TODAY).distancesKm, [5, 25, 100])
})

test('a rule that is missing is named', () => {
  assert.throws(() => searchRulesOn([], TODAY), /evening-from/)
  assert.throws(() => searchRulesOn(rules().slice(0, 1), TODAY), /distance-choices/)
})

for (const evening of ['4 pm', '16', '24:00', '16:03', '']) {
  test(`an evening does not begin at ${JSON.stringify(evening)}`, () => {
    assert.throws(() => searchRulesOn(rules({ evening }), TODAY), /Not a time/)
  })
}

for (const distances of ['', '25;', '25;-1', '2.5', 'far']) {
  test(`distances are whole kilometres: ${JSON.stringify(distances)}`, () => {
    assert.throws(() => searchRulesOn(rules({ distances }), TODAY), /Not a distance/)
  })
}
