import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import type { OutgoingSms } from '#app/server/messages/outgoing.ts'
import { smsPost } from '#app/server/messages/sms-post.ts'
import { freePort } from '#tests/support/free-port.ts'
import { startSmsSink } from '#tests/support/sms-sink.ts'

let answer = 202
const sink = await startSmsSink({ status: () => answer })
after(() => sink.stop())

const SMS: OutgoingSms = {
  channel: 'sms',
  id: 'message-42@portal.example',
  number: 42,
  language: 'nb',
  to: '+4740000000',
  text: 'Husk timen din på Ås.',
}

test('a text message is posted as JSON, with a key that is the same each time', async () => {
  assert.deepEqual(await smsPost(sink.url).send(SMS), { ok: true })
  assert.deepEqual(await smsPost(sink.url).send(SMS), { ok: true })
  const one = { id: SMS.id, to: SMS.to, text: SMS.text, key: SMS.id, authorization: undefined }
  assert.deepEqual(sink.received, [one, one])
})

test('a name and a password in the address are sent as Basic authentication', async () => {
  await smsPost(sink.url.replace('//', '//portal:s%C3%B8t@')).send(SMS)
  const expected = `Basic ${Buffer.from('portal:søt').toString('base64')}`
  assert.equal(sink.received.at(-1)?.authorization, expected)
})

for (const [status, isFinal] of [
  [422, true],
  [401, false],
  [429, false],
  [503, false],
] as const) {
  test(`the answer ${status} ${isFinal ? 'is final' : 'may pass'}`, async () => {
    answer = status
    assert.deepEqual(await smsPost(sink.url).send(SMS), { ok: false, isFinal, failure: `sms ${status}` })
  })
}

test('a service that does not answer may come back', async () => {
  const nowhere = smsPost(`http://127.0.0.1:${await freePort()}/`)
  assert.deepEqual(await nowhere.send(SMS), { ok: false, isFinal: false, failure: 'sms no answer' })
})
