import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { simpleParser } from 'mailparser'
import { composeMessage } from '#app/server/messages/compose-message.ts'
import { openOutbox, openPost } from '#app/server/messages/open-post.ts'
import type { Outgoing } from '#app/server/messages/outgoing.ts'
import { aContact } from '#tests/support/builders.ts'
import { aMessageFacts, SENDER } from '#tests/support/message-facts.ts'
import { aClockAt } from '#tests/support/movable-clock.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'outbox-'))
after(() => rmSync(dataDir, { recursive: true }))

const DEMO = { dataDir, mode: 'demo', smtpUrl: null, smsUrl: null } as const
const CLOCK = aClockAt('2026-11-23T07:00:00Z')
const ADDRESS = { lines: ['Storgata 1', 'c/o Moe'], postalCode: '0001', postalPlace: 'Oslo' }

function messageTo(channel: Outgoing['channel'], number: number, name = 'Kari Nordmann'): Outgoing {
  const contact = aContact({ name, mobile: '40000000', address: ADDRESS })
  const message = composeMessage(aMessageFacts({ contact, number }), channel, SENDER)
  assert.ok(message)
  return message
}

test('nothing was sent before the first message', async () => {
  const outbox = openOutbox(DEMO)
  assert.deepEqual(await outbox.newest(10), [])
  assert.equal(await outbox.find(1), null)
})

test('in the demonstration each message lands as a file of its kind', async () => {
  const post = await openPost(DEMO, CLOCK)
  for (const [index, channel] of (['email', 'sms', 'letter'] as const).entries()) {
    assert.deepEqual(await post.send(messageTo(channel, index + 1)), { ok: true })
  }
  const mail = await simpleParser(readFileSync(join(dataDir, 'outbox/email/1.eml')))
  assert.equal(mail.messageId, '<message-1@portal.example>')
  assert.equal(mail.subject, 'Timen din er bekreftet')
  assert.match(
    readFileSync(join(dataDir, 'outbox/sms/2.txt'), 'utf8'),
    /^\+4740000000\n\nTimen din er bekreftet/,
  )
  assert.match(readFileSync(join(dataDir, 'outbox/letters/3.pdf'), 'latin1'), /^%PDF-1\.[^]*%%EOF\s*$/)
  const shown = await openOutbox(DEMO).newest(10)
  assert.deepEqual(shown.map(({ channel, to }) => `${channel} ${to}`).sort(), [
    'email kari@example.org',
    'letter Kari Nordmann, Storgata 1, c/o Moe, 0001 Oslo',
    'sms +4740000000',
  ])
  assert.equal((await openOutbox(DEMO).newest(2)).length, 2)
})

test('a message that is sent twice is one file', async () => {
  const post = await openPost(DEMO, CLOCK)
  await post.send(messageTo('sms', 2))
  await post.send(messageTo('sms', 2))
  const shown = await openOutbox(DEMO).newest(10)
  assert.equal(shown.filter(({ number }) => number === 2).length, 1)
})

test('a letter may have any letters', async () => {
  const post = await openPost(DEMO, CLOCK)
  assert.deepEqual(await post.send(messageTo('letter', 4, 'Máret Ŧ. Čáhppesjohka 李')), { ok: true })
})

test('in earnest letters are kept for the printers, and nothing is shown', async () => {
  const folder = join(dataDir, 'earnest')
  const earnest = { ...DEMO, dataDir: folder, mode: 'production' } as const
  const post = await openPost(earnest, CLOCK)
  await post.send(messageTo('letter', 5))
  assert.match(readFileSync(join(folder, 'outbox/letters/5.pdf'), 'latin1'), /^%PDF/)
  assert.deepEqual(await openOutbox(earnest).newest(10), [])
})
