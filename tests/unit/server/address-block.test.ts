import assert from 'node:assert/strict'
import test from 'node:test'
import { addressBlocks } from '#app/server/address-block.ts'

const cases: [string, string, string][] = [
  ['192.0.2.77', '192.0.2.77/32', '192.0.2.0/24'],
  ['::ffff:192.0.2.77', '192.0.2.77/32', '192.0.2.0/24'],
  ['192.0.2.77:4711', '192.0.2.77/32', '192.0.2.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', '2001:db8:1::/48'],
  ['[2001:db8:1:2::9]:4711', '2001:db8:1:2::/64', '2001:db8:1::/48'],
  ['garbage', 'unknown', 'unknown'],
  ['', 'unknown', 'unknown'],
]
for (const [text, address, network] of cases) {
  test(`${text || 'nothing'} is counted as ${address} and ${network}`, () => {
    assert.deepEqual(addressBlocks(text), { address, network })
  })
}
