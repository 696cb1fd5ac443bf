import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { composeMessage } from '#app/server/messages/compose-message.ts'
import type { OutgoingEmail } from '#app/server/messages/outgoing.ts'
import { smtpPost } from '#app/server/messages/smtp-post.ts'
import { freePort } from '#tests/support/free-port.ts'
import { startMailSink } from '#tests/support/mail-sink.ts'
import { aContact } from '#tests/support/builders.ts'
import { aMessageFacts, SENDER } from '#tests/support/message-facts.ts'

const sink = await startMailSink({
  accept: (recipient) => (recipient.startsWith('nobody') ? 550 : recipient.startsWith('busy') ? 450 : null),
})
const post = smtpPost(sink.url)
after(async () => {
  post.close()
  await sink.stop()
})

function emailTo(address: string): OutgoingEmail {
  const message = composeMessage(aMessageFacts({ contact: aContact({ email: address }) }), 'email', SENDER)
  assert.equal(message?.channel, 'email')
  return message
}

test('an e-mail arrives whole: who, from whom, in words, with the fixed id and the calendar', async () => {
  const email = emailTo('kari@example.org')
  assert.deepEqual(await post.send(email), { ok: true })
  const received = sink.received.at(-1)
  assert.ok(received)
  assert.equal(received.messageId, '<message-42@portal.example>')
  assert.equal(received.to, 'kari@example.org')
  assert.equal(received.from, 'no-reply@portal.example')
  assert.equal(received.subject, email.subject)
  assert.equal(received.text.trim(), email.text)
  assert.equal(received.calendar?.method, 'REQUEST')
  assert.equal(received.mail.headers.get('auto-submitted'), 'auto-generated')
})

test('a line break in what somebody typed begins no header and reaches nobody else', async () => {
  const broken = 'Kari\r\nBcc: all@example.org\r\nX-Injected: yes\r\n\r\nanother text'
  const email = emailTo('kari@example.org')
  const before = sink.received.length
  await post.send({ ...email, to: { ...email.to, name: broken }, subject: broken })
  await post.send({ ...email, to: { ...email.to, address: 'kari@example.org\r\nRCPT TO:<all@example.org>' } })
  assert.ok(sink.received.length > before)
  for (const { mail } of sink.received.slice(before)) {
    assert.equal(mail.headers.has('x-injected') || mail.headers.has('bcc'), false)
    assert.equal(mail.text?.trim(), email.text)
    assert.doesNotMatch(JSON.stringify(mail.bcc ?? null), /all@/)
  }
  for (const reached of sink.recipients.slice(before)) assert.deepEqual(reached, ['kari@example.org'])
})

test('an address that the server does not know is given up, one that it will take later is not', async () => {
  assert.deepEqual(await post.send(emailTo('nobody@example.org')), {
    ok: false,
    isFinal: true,
    failure: 'smtp 550',
  })
  assert.deepEqual(await post.send(emailTo('busy@example.org')), {
    ok: false,
    isFinal: false,
    failure: 'smtp 450',
  })
})

test('a server that does not answer is no fault of the address', async () => {
  const nowhere = smtpPost(`smtp://127.0.0.1:${await freePort()}`)
  const delivery = await nowhere.send(emailTo('kari@example.org'))
  nowhere.close()
  assert.deepEqual(delivery, { ok: false, isFinal: false, failure: 'smtp ESOCKET' })
})
