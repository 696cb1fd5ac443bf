import assert from 'node:assert/strict'
import test from 'node:test'
import { channelsOf } from '#app/domain/messages/channels-of.ts'
import { aContact } from '#tests/support/builders.ts'

const ADDRESS = { lines: ['Storgata 1'], postalCode: '0001', postalPlace: 'Oslo' }

test('e-mail comes first, then the mobile', () => {
  assert.deepEqual(channelsOf(aContact({ mobile: '40000000', address: ADDRESS })), ['email', 'sms'])
})

test('who has only a mobile gets text messages', () => {
  assert.deepEqual(channelsOf(aContact({ email: null, mobile: '40000000', address: ADDRESS })), ['sms'])
})

test('a letter goes only to who has neither, and only where the register knows an address', () => {
  const contact = aContact({ email: null, withoutContact: true })
  assert.deepEqual(channelsOf({ ...contact, address: ADDRESS }), ['letter'])
  assert.deepEqual(channelsOf(contact), [])
})
