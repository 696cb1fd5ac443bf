import assert from 'node:assert/strict'
import test, { after, before, beforeEach } from 'node:test'
import type { Contact } from '#app/domain/scheduling/appointment.ts'
import { openPost } from '#app/server/messages/open-post.ts'
import type { Post } from '#app/server/messages/outgoing.ts'
import { answerLinkRequests } from '#app/use-cases/answer-link-requests.server.ts'
import { cancelAppointment } from '#app/use-cases/cancel-appointment.server.ts'
import { confirmAppointment } from '#app/use-cases/confirm-appointment.server.ts'
import { listDeadMessages, messageCounts, resendMessage } from '#app/use-cases/dead-messages.server.ts'
import { deliverMessages } from '#app/use-cases/deliver-messages.server.ts'
import { findAppointment } from '#app/use-cases/find-appointment.server.ts'
import { holdTime, type HoldTimeInput } from '#app/use-cases/hold-time.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { requestLink } from '#app/use-cases/request-link.server.ts'
import { restoreAppointment } from '#app/use-cases/restore-appointment.server.ts'
import { resumeReminders } from '#app/use-cases/resume-reminders.server.ts'
import { saveContact } from '#app/use-cases/save-contact.server.ts'
import { stopReminders } from '#app/use-cases/stop-reminders.server.ts'
import { undoChange } from '#app/use-cases/undo-change.server.ts'
import type { Engine } from '#db/engine.ts'
import { aCalendar, readCalendar } from '#tests/e2e/support/calendar.ts'
import { onBothEngines } from '#tests/support/both-engines.ts'
import { aPerson, aSavedContact, tickOf } from '#tests/support/builders.ts'
import { startMailSink, type MailSink } from '#tests/support/mail-sink.ts'
import { SENDER } from '#tests/support/message-facts.ts'
import { aClockAt, type MovableClock } from '#tests/support/movable-clock.ts'
import { aPost, outboxRows } from '#tests/support/outbox.ts'
import { fillSmallCountry, openTestPortal } from '#tests/support/small-country.ts'
import { startSmsSink } from '#tests/support/sms-sink.ts'

const MONDAY_MORNING = '2026-11-23T07:00:00Z'
/** Friday, so that both reminders lie ahead. */
const ONE = tickOf('2026-11-27T13:00')
const TWO = tickOf('2026-11-27T14:00')

onBothEngines('The outbox', (openFresh) => {
  let engine: Engine
  let portal: Portal
  let clock: MovableClock
  let keys = 0

  before(async () => {
    engine = await openFresh()
  })
  beforeEach(async () => {
    await fillSmallCountry(engine, [{ id: 'sandvika', counters: 6 }])
    clock = aClockAt(MONDAY_MORNING)
    portal = await openTestPortal(engine, clock)
  })

  async function held(some: Partial<HoldTimeInput> = {}): Promise<string> {
    const answer = await holdTime(portal, {
      ...{ idempotencyKey: `page ${(keys += 1)}`, replaces: null, changes: null },
      ...{ officeId: 'sandvika', startTick: ONE, people: [aPerson()] },
      ...some,
    })
    assert.ok(answer.ok, JSON.stringify(answer))
    return answer.secret
  }

  async function confirmed(contact: Partial<Contact> = {}): Promise<string> {
    const secret = await held()
    await saveContact(portal, secret, aSavedContact(contact))
    assert.deepEqual(await confirmAppointment(portal, secret), { ok: true })
    return secret
  }

  async function moved(secret: string, startTick = TWO): Promise<void> {
    assert.deepEqual(await confirmAppointment(portal, await held({ changes: secret, startTick })), {
      ok: true,
    })
  }

  /** "confirmed 0 waiting": kind, sequence and status of each row. */
  async function rows(): Promise<string[]> {
    return (await outboxRows(engine)).map(({ kind, sequence, status }) => `${kind} ${sequence} ${status}`)
  }

  async function waitingReminders(): Promise<number> {
    return (await rows()).filter((row) => /^reminder \d+ waiting$/.test(row)).length
  }

  const deliver = (post: Post, by: Portal = portal) => deliverMessages(by, { post, sender: SENDER })
  const kindsOf = ({ sent }: ReturnType<typeof aPost>) => sent.map(({ text }) => text.split('\n')[2])

  test('gets the confirmation and two reminders in the write that confirms', async () => {
    await confirmed()
    const found = await outboxRows(engine)
    assert.deepEqual(
      found.map(({ kind, dueAt }) => [kind, Temporal.Instant.fromEpochMilliseconds(dueAt * 1000).toString()]),
      [
        ['confirmed', MONDAY_MORNING],
        ['reminder', '2026-11-24T12:00:00Z'],
        ['reminder', '2026-11-27T09:00:00Z'],
      ],
    )
  })

  test('gets reminders again when they are wanted after all, also of the time it was moved to meanwhile', async () => {
    const secret = await confirmed()
    assert.ok((await stopReminders(portal, secret)).ok)
    assert.equal(await waitingReminders(), 0)
    for (let press = 0; press < 2; press += 1) assert.ok((await resumeReminders(portal, secret)).ok)
    assert.equal(await waitingReminders(), 2)
    assert.ok((await stopReminders(portal, secret)).ok)
    await moved(secret)
    assert.equal(await waitingReminders(), 0)
    assert.ok((await resumeReminders(portal, secret)).ok)
    assert.equal(await waitingReminders(), 2)
  })

  test('gets nothing twice by a double click', async () => {
    const secret = await held()
    await saveContact(portal, secret, aSavedContact())
    await Promise.all(Array.from({ length: 8 }, () => confirmAppointment(portal, secret)))
    assert.equal((await rows()).length, 3)
  })

  test('gets nothing of a change that is refused', async () => {
    const secret = await confirmed()
    await cancelAppointment(portal, secret)
    const before = await rows()
    // All six counters are taken by others now.
    for (let other = 0; other < 6; other += 1) await held()
    assert.equal((await restoreAppointment(portal, secret)).ok, false)
    assert.deepEqual(await rows(), before)
  })

  test('stays empty for who cannot be reached, and for a hold that is given back', async () => {
    const secret = await confirmed({ email: null, withoutContact: true })
    await moved(secret)
    await cancelAppointment(portal, secret)
    await cancelAppointment(portal, await held())
    assert.deepEqual(await rows(), [])
  })

  test('tells each change once, and voids what a later one has made untrue', async () => {
    const secret = await confirmed()
    await moved(secret)
    assert.deepEqual(await undoChange(portal, secret, 1), { ok: true })
    await cancelAppointment(portal, secret)
    await cancelAppointment(portal, secret)
    assert.deepEqual(await restoreAppointment(portal, secret), { ok: true })
    const post = aPost()
    await deliver(post)
    assert.deepEqual(kindsOf(post), ['Timen din er bekreftet.'], 'only what is still so')
    for (const moment of ['2026-11-24T12:00:00Z', '2026-11-27T09:00:00Z', '2026-11-27T11:30:00Z']) {
      clock.moveTo(moment)
      await deliver(post)
    }
    assert.deepEqual(kindsOf(post), [
      'Timen din er bekreftet.',
      'Vi minner om timen din.',
      'Vi minner om timen din.',
    ])
    const found = await rows()
    assert.deepEqual(
      found.filter((row) => row.endsWith('sent')),
      ['confirmed 4 sent', 'reminder 4 sent', 'reminder 4 sent'],
    )
    assert.deepEqual(
      found.filter((row) => row.endsWith('void')).filter((row) => !row.startsWith('reminder')),
      ['confirmed 0 void', 'moved 1 void', 'moved 2 void', 'cancelled 3 void'],
    )
    assert.ok(!found.some((row) => row.endsWith('waiting')))
  })

  test('reminds of the new time, not of the old one', async () => {
    const secret = await confirmed()
    await moved(secret)
    clock.moveTo('2026-11-27T10:00:00Z')
    const post = aPost()
    await deliver(post)
    // The worker was away for days: the first reminder is left out, so that not two come at once.
    assert.deepEqual(kindsOf(post), ['Timen din er endret. Slik er den nå:', 'Vi minner om timen din.'])
    assert.ok(post.sent.every(({ text }) => text.includes('kl. 14.00') && !text.includes('kl. 13.00')))
  })

  test('reminds nobody of an appointment that has begun', async () => {
    await confirmed()
    clock.moveTo('2026-11-27T12:00:00Z')
    const post = aPost()
    assert.deepEqual(await deliver(post), { sent: 0, void: 3, failed: 0, dead: [] })
    assert.deepEqual(post.sent, [])
  })

  test('is emptied by several workers at once, and nothing is sent twice', async () => {
    const appointments = 24
    for (let made = 0; made < appointments; made += 1) {
      const secret = await held({ startTick: ONE + 2 * (made % 4) })
      await saveContact(portal, secret, aSavedContact({ email: `person${made}@example.org` }))
      await confirmAppointment(portal, secret)
    }
    const post = aPost()
    const workers = await Promise.all(Array.from({ length: 4 }, () => openTestPortal(engine, clock)))
    await Promise.all(workers.map((worker) => deliver(post, worker)))
    const ids = post.sent.map(({ id }) => id)
    assert.equal(ids.length, appointments)
    assert.equal(new Set(ids).size, appointments)
  })

  test('a message that is in the hands of a worker is left alone until its lease ends, and then sent with the same id', async () => {
    await confirmed()
    const died = new Error('The worker died')
    const ids: string[] = []
    const dying: Post = {
      send({ id }) {
        ids.push(id)
        // Never answers: as if the process had been killed after the message was accepted.
        return new Promise(() => {})
      },
      close: () => Promise.reject(died),
    }
    void deliver(dying)
    while (ids.length === 0) await new Promise(setImmediate)
    const post = aPost()
    await deliver(post)
    clock.forward({ seconds: 119 })
    await deliver(post)
    assert.deepEqual(post.sent, [])
    clock.forward({ seconds: 1 })
    await deliver(post)
    assert.deepEqual(
      post.sent.map(({ id }) => id),
      ids,
    )
    assert.equal((await rows())[0], 'confirmed 0 sent')
  })

  test('a failed message is tried again later each time, then given up; staff can have it sent again', async () => {
    await confirmed()
    const away = aPost(() => ({ ok: false, isFinal: false, failure: 'smtp ESOCKET' }))
    for (const minutes of [0, 1, 5, 30, 120]) {
      clock.forward({ minutes })
      assert.equal((await deliver(away)).failed, 1)
      assert.equal((await deliver(away)).failed, 0, 'not before its time')
    }
    clock.forward({ hours: 12 })
    const { dead } = await deliver(away)
    assert.deepEqual(
      dead.map(({ failure }) => failure),
      ['smtp ESOCKET'],
    )
    clock.forward({ hours: 24 })
    assert.equal((await deliver(aPost())).failed, 0)

    const everywhere = { officeIds: null }
    const [listed, ...others] = await listDeadMessages(portal, everywhere)
    assert.ok(listed && others.length === 0)
    assert.deepEqual([listed.kind, listed.attempts, listed.officeId], ['confirmed', 6, 'sandvika'])
    assert.equal((await messageCounts(portal)).dead, 1)
    const { id } = listed
    assert.deepEqual(await listDeadMessages(portal, { officeIds: ['oslo'] }), [])
    assert.deepEqual(await resendMessage(portal, id, { officeIds: ['oslo'] }), {
      ok: false,
      reason: 'not-dead',
    })
    assert.deepEqual(await resendMessage(portal, id, { officeIds: ['sandvika'] }), { ok: true })
    assert.deepEqual(await resendMessage(portal, id, everywhere), { ok: false, reason: 'not-dead' })
    const post = aPost()
    await deliver(post)
    assert.deepEqual(
      post.sent.map((message) => message.number),
      [id],
    )
  })

  test('an address that is refused for good is given up at once', async () => {
    await confirmed()
    const { dead } = await deliver(aPost(() => ({ ok: false, isFinal: true, failure: 'smtp 550' })))
    assert.equal(dead.length, 1)
  })

  test('who has another way is reached that way when the first is closed for good', async () => {
    await confirmed({ mobile: '40000000' })
    const post = aPost(({ channel }) =>
      channel === 'email' ? { ok: false, isFinal: true, failure: 'smtp 550' } : { ok: true },
    )
    assert.equal((await deliver(post)).sent, 1)
    assert.deepEqual(
      post.sent.map(({ channel }) => channel),
      ['sms'],
    )
    assert.equal((await outboxRows(engine))[0]?.channel, 'sms')
  })

  test('a message that cannot be put into words does not stop the others, and its failure names nobody', async () => {
    await confirmed()
    await confirmed()
    const post = aPost()
    const broken: Post = {
      ...post,
      send: (message) =>
        message.number % 2 === 0 ? post.send(message) : Promise.reject(new Error('Kari is not at home')),
    }
    const { sent, failed } = await deliver(broken)
    assert.deepEqual([sent, failed], [1, 1])
    const failures = (await outboxRows(engine)).map(({ failure }) => failure).filter((one) => one !== null)
    assert.deepEqual(failures, ['Error'])
  })

  test('keeps the address of a letter with the appointment', async () => {
    const address = { lines: ['Storgata 1'], postalCode: '0001', postalPlace: 'Oslo' }
    const secret = await confirmed({ email: null, withoutContact: true, address })
    assert.deepEqual((await findAppointment(portal, secret))?.contact?.address, address)
    const post = aPost()
    await deliver(post)
    assert.deepEqual(
      post.sent.map(({ channel, to }) => [channel, to]),
      [['letter', ['Kari Nordmann', 'Storgata 1', '0001 Oslo']]],
    )
  })

  test('a lost link goes to what was typed, for each coming appointment of it, and to nobody else', async () => {
    const mine = [await confirmed({ mobile: '40000000' }), await confirmed({ mobile: '+4740000000' })]
    await confirmed({ email: 'ola@example.org', mobile: '40000001' })
    const over = await confirmed({ mobile: '40000000' })
    await cancelAppointment(portal, over)
    await deliver(aPost())
    await requestLink(portal, '40000000')
    await requestLink(portal, 'nobody@example.org')
    assert.equal(await answerLinkRequests(portal), 2)
    assert.equal(await answerLinkRequests(portal), 0)
    const post = aPost()
    await deliver(post)
    assert.deepEqual(
      post.sent.map(({ channel, to }) => `${channel} ${to}`),
      ['sms +4740000000', 'sms +4740000000'],
    )
    for (const secret of mine) {
      assert.ok(post.sent.some(({ text }) => text.includes(`/nb/appointments/${secret}`)))
    }
  })

  test('a lost link that is asked for again and again is sent once in ten minutes', async () => {
    await confirmed({ email: 'kari@example.org' })
    await deliver(aPost())
    const post = aPost()
    for (let times = 0; times < 5; times += 1) {
      await requestLink(portal, 'kari@example.org')
      await answerLinkRequests(portal)
      await deliver(post)
    }
    assert.equal(post.sent.length, 1)
    clock.forward({ minutes: 10 })
    await requestLink(portal, 'kari@example.org')
    await answerLinkRequests(portal)
    await deliver(post)
    assert.equal(post.sent.length, 2)
  })

  test('what was asked for a lost link is forgotten when it was looked at', async () => {
    const { linkRequests } = engine.tables
    await requestLink(portal, 'nobody@example.org')
    assert.equal((await engine.read.select().from(linkRequests)).length, 1)
    await answerLinkRequests(portal)
    assert.deepEqual(await engine.read.select().from(linkRequests), [])
  })
})

onBothEngines('Messages over the network', (openFresh) => {
  let engine: Engine
  let portal: Portal
  let clock: MovableClock
  let mail: MailSink
  let sms: Awaited<ReturnType<typeof startSmsSink>>
  let post: Post

  before(async () => {
    engine = await openFresh()
    await fillSmallCountry(engine, [{ id: 'sandvika', counters: 3 }])
    mail = await startMailSink()
    sms = await startSmsSink()
    clock = aClockAt(MONDAY_MORNING)
    portal = await openTestPortal(engine, clock)
    const settings = { dataDir: '', mode: 'production', smtpUrl: mail.url, smsUrl: sms.url } as const
    post = await openPost(settings, clock)
  })
  after(async () => {
    await post.close()
    await mail.stop()
    await sms.stop()
  })

  async function confirmed(key: string, contact: Partial<Contact>): Promise<string> {
    const wish = { idempotencyKey: key, replaces: null, changes: null, officeId: 'sandvika', startTick: ONE }
    const answer = await holdTime(portal, { ...wish, people: [aPerson()] })
    assert.ok(answer.ok)
    await saveContact(portal, answer.secret, aSavedContact(contact))
    assert.deepEqual(await confirmAppointment(portal, answer.secret), { ok: true })
    return answer.secret
  }
  const deliver = () => deliverMessages(portal, { post, sender: SENDER })

  test('reach each person in the language and the channel that they chose, with a calendar that follows', async () => {
    const people = {
      nb: await confirmed('network 1', { email: 'nb@example.org', messageLanguage: 'nb' }),
      nn: await confirmed('network 2', { email: null, mobile: '40000002', messageLanguage: 'nn' }),
      en: await confirmed('network 3', { email: 'en@example.org', messageLanguage: 'en' }),
    }
    await deliver()
    const calendar = aCalendar()
    const takeNewest = (address: string) => {
      const newest = mail.received.filter(({ to }) => to === address).at(-1)
      assert.ok(newest?.calendar, address)
      assert.equal(newest.calendar.method, readCalendar(newest.calendar.content).method, 'in the header too')
      calendar.take(newest.calendar.content)
      return newest
    }

    assert.equal(takeNewest('nb@example.org').subject, 'Timen din er bekreftet')
    assert.equal(takeNewest('en@example.org').subject, 'Your appointment is confirmed')
    assert.ok(
      takeNewest('en@example.org').text.includes(`https://portal.example/en/appointments/${people.en}`),
    )
    assert.deepEqual(
      sms.received.map(({ to, text }) => [to, text.split('.')[0]]),
      [['+4740000002', 'Timen din er stadfesta: fredag 27']],
    )
    assert.equal(mail.received.length, 2)
    const starts = () => calendar.events().map(({ start }) => start.toString())
    assert.deepEqual(starts(), ['2026-11-27T12:00:00Z', '2026-11-27T12:00:00Z'])

    const change = { idempotencyKey: 'network 4', replaces: null, changes: people.nb }
    const hold = await holdTime(portal, {
      ...{ ...change, officeId: 'sandvika', startTick: TWO, people: [aPerson()] },
    })
    assert.ok(hold.ok)
    await confirmAppointment(portal, hold.secret)
    await deliver()
    assert.equal(takeNewest('nb@example.org').subject, 'Timen din er endret')
    assert.deepEqual(starts(), ['2026-11-27T13:00:00Z', '2026-11-27T12:00:00Z'], 'moved, not doubled')

    await cancelAppointment(portal, people.en)
    await deliver()
    const cancelled = takeNewest('en@example.org')
    assert.deepEqual(
      [cancelled.subject, cancelled.calendar?.method],
      ['Your appointment is cancelled', 'CANCEL'],
    )
    assert.deepEqual(starts(), ['2026-11-27T13:00:00Z'], 'taken out')

    clock.moveTo('2026-11-27T11:00:00Z')
    await deliver()
    const reminder = mail.received.at(-1)
    assert.deepEqual([reminder?.subject, reminder?.to], ['Påminnelse om timen din', 'nb@example.org'])
    assert.equal(sms.received.at(-1)?.text.startsWith('Hugs timen din'), true)

    await requestLink(portal, 'nb@example.org')
    await answerLinkRequests(portal)
    await deliver()
    const link = mail.received.at(-1)
    assert.equal(link?.subject, 'Lenken til timen din')
    assert.ok(link?.text.includes(`https://portal.example/nb/appointments/${people.nb}`))
    const ids = mail.received.map(({ messageId }) => messageId)
    assert.equal(new Set(ids).size, ids.length, 'every message has an id of its own')
  })

  test('invite the person to what they asked for themselves, so that their calendar follows by itself', async () => {
    const { received } = mail
    const invitation = received.find(({ to }) => to === 'nb@example.org')?.calendar?.content ?? ''
    const unfolded = invitation.replaceAll('\r\n ', '')
    assert.match(unfolded, /^METHOD:REQUEST$/m)
    assert.match(unfolded, /^ORGANIZER;CN="?Første kontakt"?:mailto:no-reply@portal\.example$/im)
    assert.match(unfolded, /^ATTENDEE;.*PARTSTAT=ACCEPTED.*:mailto:nb@example\.org$/im)
  })
})
