import assert from 'node:assert/strict'
import test from 'node:test'
import { baseAddressOf } from '#app/routes/login/start.ts'

const BASE = 'http://localhost:3310'

test('a login begun at another address of the portal begins at the base address, once', () => {
  const begun = new URL('http://127.0.0.1:3310/nb/staff/login?to=%2Fnb%2Fstaff')
  const next = baseAddressOf(begun, BASE)
  assert.equal(next, 'http://localhost:3310/nb/staff/login?to=%2Fnb%2Fstaff&at-base=yes')
  assert.equal(baseAddressOf(new URL(next ?? '', BASE), BASE), null)
  // A proxy shows us another host than people see: they are not sent round and round.
  assert.equal(baseAddressOf(new URL('http://10.0.0.4:8080/nb/staff/login?at-base=yes'), BASE), null)
})

test('whoever begins there goes on at once, and an address never leads to another host', () => {
  assert.equal(baseAddressOf(new URL('http://localhost:3310/nb/login'), BASE), null)
  const odd = baseAddressOf(new URL('http://127.0.0.1:3310//elsewhere.example/nb/login'), BASE)
  assert.equal(new URL(odd ?? '').host, 'localhost:3310')
})
