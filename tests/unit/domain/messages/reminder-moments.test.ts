import assert from 'node:assert/strict'
import test from 'node:test'
import { reminderMoments } from '#app/domain/messages/reminder-moments.ts'
import { messageRulesOn } from '#app/domain/messages/message-rules.ts'
import { deliveredRules } from '#db/seed/delivered-rules.ts'
import { aRule } from '#tests/support/builders.ts'

const RULES = messageRulesOn(deliveredRules(), Temporal.PlainDate.from('2026-11-23'))

/** Reminders of an appointment as wall clocks in Norway. */
function remindersOf(start: string, now = '2026-10-01T12:00', rules = RULES): string[] {
  const moments = reminderMoments({ start: instantOf(start), now: instantOf(now), rules })
  return moments.map((moment) =>
    moment.toZonedDateTimeISO('Europe/Oslo').toPlainDateTime().toString({ smallestUnit: 'minute' }),
  )
}

function instantOf(wallClock: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(wallClock).toZonedDateTime('Europe/Oslo').toInstant()
}

test('people are reminded three days and three hours before', () => {
  assert.deepEqual(remindersOf('2026-11-27T13:00'), ['2026-11-24T13:00', '2026-11-27T10:00'])
})

test('what would come in the night comes in the evening before', () => {
  assert.deepEqual(remindersOf('2026-11-27T08:15'), ['2026-11-24T08:15', '2026-11-26T21:00'])
  assert.deepEqual(remindersOf('2026-11-27T09:55').at(-1), '2026-11-26T21:00')
})

test('at seven in the morning and at nine in the evening it is not night', () => {
  assert.equal(remindersOf('2026-11-27T10:00').at(-1), '2026-11-27T07:00')
  assert.equal(remindersOf('2026-11-28T00:00').at(-1), '2026-11-27T21:00')
  assert.equal(remindersOf('2026-11-28T00:05').at(-1), '2026-11-27T21:00')
})

test('a moment that has passed at the confirmation is left out', () => {
  assert.deepEqual(remindersOf('2026-11-27T13:00', '2026-11-25T12:00'), ['2026-11-27T10:00'])
  assert.deepEqual(remindersOf('2026-11-27T08:15', '2026-11-26T22:00'), [])
})

test('a moment that comes less than half an hour after the confirmation is left out', () => {
  assert.deepEqual(remindersOf('2026-11-27T13:00', '2026-11-27T09:31'), [])
  assert.deepEqual(remindersOf('2026-11-27T13:00', '2026-11-27T09:30'), ['2026-11-27T10:00'])
})

test('two reminders that fall on one evening are one', () => {
  const rules = { ...RULES, reminderHours: [4, 3] }
  assert.deepEqual(remindersOf('2026-11-27T08:15', '2026-11-01T12:00', rules), ['2026-11-26T21:00'])
})

test('hours are hours, also over the change of the clock', () => {
  // On 25 October 2026 the clock goes back an hour.
  assert.equal(remindersOf('2026-10-27T13:00')[0], '2026-10-24T14:00')
})

test('a night that does not cross midnight moves to its own beginning', () => {
  const quiet = { from: Temporal.PlainTime.from('00:30'), to: Temporal.PlainTime.from('06:00') }
  const rules = { ...RULES, quiet, reminderHours: [3] }
  assert.deepEqual(remindersOf('2026-11-27T08:15', '2026-11-01T12:00', rules), ['2026-11-27T00:30'])
  assert.deepEqual(remindersOf('2026-11-27T03:15', '2026-11-01T12:00', rules), ['2026-11-27T00:15'])
})

for (const [what, value, attribute] of [
  ['an hour that is no number', '72;three', 'reminder'],
  ['a night without an end', '21:00', 'quiet-hours'],
  ['a night that begins at no time', '25:00;07:00', 'quiet-hours'],
] as const) {
  test(`a rule with ${what} stops the start`, () => {
    const rules = deliveredRules().filter((rule) => rule.attribute !== attribute)
    const wrong = aRule({ service: 'any', attribute, value })
    assert.throws(
      () => messageRulesOn([...rules, wrong], Temporal.PlainDate.from('2026-11-23')),
      /^Error: Not a/,
    )
  })
}
