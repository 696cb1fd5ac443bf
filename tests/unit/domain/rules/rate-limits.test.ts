import assert from 'node:assert/strict'
import test from 'node:test'
import { rateLimitsOn } from '#app/domain/rules/rate-limits.ts'
import { deliveredRules } from '#db/seed/delivered-rules.ts'

const DAY = Temporal.PlainDate.from('2026-11-23')
const rules = deliveredRules()

test('every limit is delivered, and a network may do more than an address', () => {
  const { ownLink, connections, live, ...limits } = rateLimitsOn(rules, DAY)
  for (const [name, { address, network }] of Object.entries(limits)) {
    assert.ok(network.most > address.most && address.most > 0, name)
    assert.equal(address.seconds, network.seconds, name)
  }
  assert.ok(ownLink.most > 0 && connections.network > connections.address && live.network > live.address)
})

test('a limit that is missing is not taken for none', () => {
  const without = rules.filter(({ attribute }) => attribute !== 'limit-holds')
  assert.throws(() => rateLimitsOn(without, DAY), /limit-holds, address/)
})

for (const change of [
  { value: '' },
  { value: '0' },
  { value: '1.5' },
  { unit: 'per minute' },
  { unit: 'per 0 seconds' },
]) {
  test(`a limit that makes no sense is refused: ${JSON.stringify(change)}`, () => {
    const changed = rules.map((rule) => (rule.attribute === 'limit-holds' ? { ...rule, ...change } : rule))
    assert.throws(() => rateLimitsOn(changed, DAY), /limit-holds/)
  })
}
