import assert from 'node:assert/strict'
import test from 'node:test'
import { channelOfRequest, requestBucket, writtenForms } from '#app/domain/messages/link-request.ts'

test('whoever asks again within ten minutes asks the same', () => {
  const at = (time: string) => requestBucket(Temporal.Instant.from(`2026-11-23T07:${time}Z`))
  assert.equal(at('09:59'), at('00:00'))
  assert.equal(at('10:00'), at('00:00') + 600)
  assert.equal(at('00:00'), Temporal.Instant.from('2026-11-23T07:00:00Z').epochMilliseconds / 1000)
})

test('the link goes to what was typed', () => {
  assert.equal(channelOfRequest({ contact: 'kari@example.org' }), 'email')
  assert.equal(channelOfRequest({ contact: '+4740000000' }), 'sms')
})

test('a Norwegian number is found with and without the code of the country', () => {
  assert.deepEqual(writtenForms('40000000'), ['40000000', '+4740000000'])
  assert.deepEqual(writtenForms('+4740000000'), ['+4740000000', '40000000'])
  assert.deepEqual(writtenForms('+46701234567'), ['+46701234567'])
})
