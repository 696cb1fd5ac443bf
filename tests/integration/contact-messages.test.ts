import assert from 'node:assert/strict'
import test, { before, beforeEach } from 'node:test'
import type { Delivery, Post } from '#app/server/messages/outgoing.ts'
import { createVisitors } from '#app/server/visitor.ts'
import { deliverContactMessages } from '#app/use-cases/deliver-contact-messages.server.ts'
import { eraseContactMessages } from '#app/use-cases/erase-contact-messages.server.ts'
import { findContactReceiptOf } from '#app/use-cases/find-contact-receipt.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { sendContactMessage } from '#app/use-cases/send-contact-message.server.ts'
import type { Engine } from '#db/engine.ts'
import { onBothEngines } from '#tests/support/both-engines.ts'
import { SENDER } from '#tests/support/message-facts.ts'
import { aClockAt, type MovableClock } from '#tests/support/movable-clock.ts'
import { aPost } from '#tests/support/outbox.ts'
import { fillSmallCountry, openTestPortal } from '#tests/support/small-country.ts'

const visitorAt = createVisitors('test:a-key-of-at-least-forty-three-letters-for-tests')
const WORDS = 'Det er uro ved skolen om kvelden.'
const MESSAGE = {
  ...{ words: WORDS, name: 'Kari Nordmann', email: 'kari@example.org', mobile: null },
  language: 'nb',
} as const

onBothEngines('A message to the politikontakt', (openFresh) => {
  let engine: Engine
  let portal: Portal
  let clock: MovableClock

  before(async () => {
    engine = await openFresh()
  })
  beforeEach(async () => {
    await fillSmallCountry(engine, [{ id: 'sandvika' }])
    clock = aClockAt('2026-11-23T07:00:00Z')
    portal = await openTestPortal(engine, clock)
  })

  const send = (idempotencyKey: string, { isDemo = true, from = '192.0.2.1' } = {}) => {
    const municipality = portal.catalogue.municipalities.get('3201')
    assert.ok(municipality)
    return sendContactMessage(portal, {
      ...{ municipality, idempotencyKey, isDemo, message: MESSAGE },
      visitor: visitorAt(from),
    })
  }
  const deliver = (post: Post) => deliverContactMessages(portal, { post, sender: SENDER, isDemo: true })
  const stored = async () => engine.read.select().from(engine.tables.contactMessages)

  test('is handed over once to the mailbox of the district, and then nothing of it is left but its receipt', async () => {
    const sent = await send('form one')
    assert.ok(sent.ok)
    const post = aPost()
    await deliver(post)
    await deliver(post)
    const [email] = post.sent
    assert.equal(post.sent.length, 1)
    assert.ok(email?.channel === 'email')
    assert.equal(email.to.address, 'politikontakt.oslo@example.org')
    for (const part of [WORDS, MESSAGE.name, MESSAGE.email, 'Bærum'])
      assert.ok(email.text.includes(part), part)
    assert.doesNotMatch(email.subject, /uro|Kari/)

    const [row] = await stored()
    assert.deepEqual([row?.name, row?.email, row?.mobile, row?.words], [null, null, null, null])
    const { reference } = sent
    const receipt = await findContactReceiptOf(portal, { reference, municipalityNumber: '3201' })
    assert.equal(receipt?.receivedAt, clock.now().epochMilliseconds / 1000)
    assert.equal(await findContactReceiptOf(portal, { reference, municipalityNumber: '0301' }), null)
    const waiting = await engine.read.select().from(engine.tables.auditWaiting)
    assert.deepEqual(
      waiting.map(({ action, scope }) => [action, scope]),
      [['contact-message-handed-over', 'oslo']],
    )
  })

  test('is one message when its form is sent twice', async () => {
    assert.deepEqual(await send('form one'), await send('form one'))
    assert.equal((await stored()).length, 1)
  })

  test('is kept when the mailbox does not answer, and comes when it does', async () => {
    await send('form one')
    const ids: string[] = []
    let answer: Delivery = { ok: false, isFinal: false, failure: 'EAI_AGAIN' }
    const post = aPost(({ id }) => {
      ids.push(id)
      return answer
    })
    assert.equal((await deliver(post)).failed, 1)
    assert.equal((await deliver(post)).failed, 0)
    clock.forward({ minutes: 2 })
    answer = { ok: true }
    assert.equal((await deliver(post)).sent, 1)
    assert.equal(ids.length, 2)
    assert.equal(ids[0], ids[1])
  })

  test('is never given up before it is deleted, and an operator is told', async () => {
    await send('form one')
    const post = aPost(() => ({ ok: false, isFinal: true, failure: '550' }))
    let stuck = 0
    for (let day = 0; day < 10; day += 1) {
      stuck += (await deliver(post)).stuck.length
      clock.forward({ hours: 25 })
    }
    assert.ok(stuck >= 4, String(stuck))
    clock.forward({ hours: 24 * 30 })
    assert.deepEqual(await eraseContactMessages(portal), { neverHandedOver: 1 })
    assert.deepEqual(await stored(), [])
    const waiting = await engine.read.select().from(engine.tables.auditWaiting)
    assert.deepEqual(
      waiting.map(({ action }) => action),
      ['contact-message-erased'],
    )
  })

  test('is not taken in where nobody has said where it goes: in earnest an invented address is none', async () => {
    assert.deepEqual(await send('form one', { isDemo: false }), { ok: false, reason: 'no-mailbox' })
    assert.deepEqual(await stored(), [])
  })

  test('is taken in so many times an hour from one address, and from others still', async () => {
    for (let count = 0; count < 20; count += 1) assert.ok((await send(`form ${count}`)).ok)
    const refused = await send('one more')
    assert.ok(!refused.ok && refused.reason === 'too-many' && refused.retryAfterSeconds > 0)
    assert.ok((await send('another', { from: '198.51.100.7' })).ok)
    assert.ok((await send('form 3')).ok, 'the same form again is no new message')
  })
})
