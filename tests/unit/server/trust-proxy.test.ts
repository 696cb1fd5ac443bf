import assert from 'node:assert/strict'
import test from 'node:test'
import { parseTrustProxy } from '#app/server/trust-proxy.ts'

test('a number of proxies, names and networks are understood', () => {
  assert.equal(parseTrustProxy(''), null)
  assert.equal(parseTrustProxy('2'), 2)
  assert.deepEqual(parseTrustProxy('loopback, 10.0.0.0/8,2001:db8::1'), [
    'loopback',
    '10.0.0.0/8',
    '2001:db8::1',
  ])
})

for (const text of ['true', '0', '99', 'everybody', '10.0.0.0/99', 'loopback,,', '-1']) {
  test(`${text} is refused`, () => assert.equal(parseTrustProxy(text), undefined))
}
