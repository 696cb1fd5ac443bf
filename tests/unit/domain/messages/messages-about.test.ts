import assert from 'node:assert/strict'
import test from 'node:test'
import { isStillTrue } from '#app/domain/messages/is-still-true.ts'
import { MESSAGE_KINDS } from '#app/domain/messages/message.ts'
import { messageRulesOn } from '#app/domain/messages/message-rules.ts'
import { messagesAbout } from '#app/domain/messages/messages-about.ts'
import { retryAfter } from '#app/domain/messages/retry-after.ts'
import { saysTopic } from '#app/domain/messages/says-topic.ts'
import { deliveredRules } from '#db/seed/delivered-rules.ts'
import { aContact, anAppointment, tickOf } from '#tests/support/builders.ts'

const NOW = Temporal.Instant.from('2026-11-23T07:00:00Z')
const DUE = NOW.epochMilliseconds / 1000
const RULES = messageRulesOn(deliveredRules(), Temporal.PlainDate.from('2026-11-23'))
const CONFIRMED = anAppointment({
  status: 'confirmed',
  startTick: tickOf('2026-12-01T13:00'),
  contact: aContact(),
  sequence: 2,
})
const ADDRESS = { lines: ['Storgata 1'], postalCode: '0001', postalPlace: 'Oslo' }

function kindsAbout(
  change: 'confirmed' | 'moved' | 'cancelled',
  some: Partial<typeof CONFIRMED> = {},
): string[] {
  const appointment = { ...CONFIRMED, ...some }
  return messagesAbout({ change, appointment, now: NOW, rules: RULES }).map(({ kind }) => kind)
}

test('a confirmation and a change are told at once and come with reminders', () => {
  assert.deepEqual(kindsAbout('confirmed'), ['confirmed', 'reminder', 'reminder'])
  assert.deepEqual(kindsAbout('moved'), ['moved', 'reminder', 'reminder'])
})

test('of a cancelled appointment nobody is reminded', () => {
  assert.deepEqual(kindsAbout('cancelled'), ['cancelled'])
})

test('what is told at once is due now and tells of the appointment as it is', () => {
  const [first] = messagesAbout({ change: 'confirmed', appointment: CONFIRMED, now: NOW, rules: RULES })
  assert.deepEqual(first, {
    appointmentId: 1,
    kind: 'confirmed',
    dueAt: NOW.epochMilliseconds / 1000,
    sequence: 2,
    channel: null,
  })
})

test('who cannot be reached is told nothing', () => {
  assert.deepEqual(kindsAbout('confirmed', { contact: null }), [])
  assert.deepEqual(kindsAbout('confirmed', { contact: aContact({ email: null, withoutContact: true }) }), [])
})

test('a letter confirms, and does not remind', () => {
  const contact = aContact({ email: null, withoutContact: true, address: ADDRESS })
  assert.deepEqual(kindsAbout('confirmed', { contact }), ['confirmed'])
})

test('a message is true of the appointment that it was written for', () => {
  const trueOf = (some: Partial<typeof CONFIRMED>, now = NOW) =>
    trueKinds(some, now).filter((kind) => kind !== 'delay-over')
  assert.deepEqual(trueOf({}), ['confirmed', 'moved', 'reminder', 'link'])
  assert.deepEqual(trueOf({ sequence: 3 }), ['link'], 'changed since')
  assert.deepEqual(trueOf({ status: 'cancelled' }), ['cancelled'])
  assert.deepEqual(trueOf({ status: 'cancelled', sequence: 3 }), [])
  const begun = Temporal.Instant.from('2026-12-01T12:00:00Z')
  assert.deepEqual(trueOf({}, begun), [], 'nobody is reminded of what has begun')
})

test('of a delay only that is told which is so when the message goes out', () => {
  const ofDelay = (delayMinutes: number) =>
    trueKinds({}, NOW, delayMinutes).filter((kind) => kind.startsWith('delay'))
  assert.deepEqual(ofDelay(20), ['delayed'])
  assert.deepEqual(ofDelay(0), ['delay-over'])
})

function trueKinds(some: Partial<typeof CONFIRMED>, now: Temporal.Instant, delayMinutes = 0) {
  return MESSAGE_KINDS.filter((kind) =>
    isStillTrue({ kind, sequence: 2, dueAt: DUE }, { ...CONFIRMED, ...some }, { now, delayMinutes }),
  )
}

test('a reminder that is a day late is left out, since another follows', () => {
  const reminder = { kind: 'reminder', sequence: 2, dueAt: DUE } as const
  const at = (now: Temporal.Instant) => ({ now, delayMinutes: 0 })
  assert.equal(isStillTrue(reminder, CONFIRMED, at(NOW.add({ hours: 24 }).subtract({ seconds: 1 }))), true)
  assert.equal(isStillTrue(reminder, CONFIRMED, at(NOW.add({ hours: 24 }))), false)
})

test('it is tried again after a minute, five, half an hour, two hours, half a day, and then given up', () => {
  assert.deepEqual([1, 2, 3, 4, 5, 6].map(retryAfter), [1, 5, 30, 120, 720, null])
})

test('only what is known to be harmless is named', () => {
  assert.deepEqual(['passport', 'specialist', 'report', ''].map(saysTopic), [true, false, false, false])
})
