import assert from 'node:assert/strict'
import test, { before, beforeEach } from 'node:test'
import Database from 'better-sqlite3'
import { count } from 'drizzle-orm'
import { cancelAppointment } from '#app/use-cases/cancel-appointment.server.ts'
import { confirmAppointment } from '#app/use-cases/confirm-appointment.server.ts'
import { findAppointment } from '#app/use-cases/find-appointment.server.ts'
import { forgetExpiredHolds } from '#app/use-cases/forget-expired-holds.server.ts'
import { holdTime, type HoldTimeInput } from '#app/use-cases/hold-time.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { renewHold } from '#app/use-cases/renew-hold.server.ts'
import { restoreAppointment } from '#app/use-cases/restore-appointment.server.ts'
import { saveContact } from '#app/use-cases/save-contact.server.ts'
import type { Engine } from '#db/engine.ts'
import { DatabaseUnavailable } from '#db/errors.ts'
import { onBothEngines, urlOf } from '#tests/support/both-engines.ts'
import { aNeed, aPerson, aSavedContact, tickOf } from '#tests/support/builders.ts'
import { brokenClaims } from '#tests/support/claim-invariants.ts'
import { aClockAt, type MovableClock } from '#tests/support/movable-clock.ts'
import { fillSmallCountry, openTestPortal } from '#tests/support/small-country.ts'

/** Monday, eight in the morning in Norway. */
const MONDAY_MORNING = '2026-11-23T07:00:00Z'
const TUESDAY = '2026-11-24'
const NINE = tickOf('2026-11-24T09:00')
const TEN = tickOf('2026-11-24T10:00')

onBothEngines('An appointment', (openFresh, kind) => {
  let engine: Engine
  let portal: Portal
  let clock: MovableClock

  before(async () => {
    engine = await openFresh()
  })
  beforeEach(async () => {
    await fillSmallCountry(engine, [
      { id: 'sandvika', counters: 1, closedOn: ['2026-12-01'] },
      { id: 'oslo', counters: 3 },
    ])
    clock = aClockAt(MONDAY_MORNING)
    portal = await openTestPortal(engine, clock)
  })

  /** Holds a time; the test fails when it is refused. */
  async function held(wanted: Partial<HoldTimeInput> = {}): Promise<string> {
    const answer = await holdTime(portal, wish(wanted))
    assert.ok(answer.ok, `the hold was refused: ${JSON.stringify(answer)}`)
    return answer.secret
  }

  async function confirmed(wanted: Partial<HoldTimeInput> = {}): Promise<string> {
    const secret = await held(wanted)
    assert.deepEqual(await saveContact(portal, secret, aSavedContact()), { ok: true })
    assert.deepEqual(await confirmAppointment(portal, secret), { ok: true })
    return secret
  }

  async function offered(officeId = 'sandvika', day = TUESDAY): Promise<number[]> {
    await portal.availability.freshen()
    return portal.availability.starts(officeId, day, aNeed(2), { notBefore: 0 })
  }

  async function rowCount(table: 'appointments' | 'claims' | 'appointmentPeople'): Promise<number> {
    const [row] = await portal.engine.read.select({ number: count() }).from(portal.engine.tables[table])
    return row?.number ?? 0
  }

  async function assertWhole(): Promise<void> {
    assert.deepEqual(await brokenClaims(portal.engine, clock.now().epochMilliseconds / 1000), [])
  }

  test('is held, gets a contact, is confirmed, cancelled and restored, with one owner of its time throughout', async () => {
    const secret = await held()
    await assertWhole()
    await saveContact(portal, secret, aSavedContact())
    await confirmAppointment(portal, secret)
    assert.equal((await findAppointment(portal, secret))?.status, 'confirmed')
    await assertWhole()
    assert.deepEqual(await cancelAppointment(portal, secret), { ok: true })
    assert.equal((await findAppointment(portal, secret))?.status, 'cancelled')
    await assertWhole()
    assert.deepEqual(await restoreAppointment(portal, secret), { ok: true })
    const restored = await findAppointment(portal, secret)
    assert.deepEqual([restored?.status, restored?.sequence], ['confirmed', 2])
    await assertWhole()
  })

  test('takes its time from the offer when it is held', async () => {
    assert.ok((await offered()).includes(NINE))
    await held({ startTick: NINE })
    assert.ok(!(await offered()).includes(NINE))
  })

  test('gives its time back at once when it is cancelled', async () => {
    const secret = await confirmed({ startTick: NINE })
    await cancelAppointment(portal, secret)
    assert.ok((await offered()).includes(NINE))
    await confirmed({ startTick: NINE, idempotencyKey: 'another' })
  })

  test('that was cancelled cannot be restored when somebody else has its time', async () => {
    const secret = await confirmed({ startTick: NINE })
    await cancelAppointment(portal, secret)
    await held({ startTick: NINE, idempotencyKey: 'another' })
    assert.deepEqual(await restoreAppointment(portal, secret), { ok: false, reason: 'slot-taken' })
    assert.equal((await findAppointment(portal, secret))?.status, 'cancelled')
  })

  test('that never was confirmed cannot be restored', async () => {
    const secret = await held()
    await cancelAppointment(portal, secret)
    assert.deepEqual(await restoreAppointment(portal, secret), { ok: false, reason: 'never-confirmed' })
  })

  test('has a reference and a check-in code when it is confirmed, and keeps them when that is done twice', async () => {
    const secret = await confirmed()
    const first = await findAppointment(portal, secret)
    assert.match(first?.reference ?? '', /^[A-Z0-9]{9}$/)
    assert.match(first?.checkInCode ?? '', /^[A-Z0-9]{8}$/)
    assert.deepEqual(await confirmAppointment(portal, secret), { ok: true })
    assert.deepEqual(await findAppointment(portal, secret), first)
  })

  test('cannot be confirmed without a contact', async () => {
    const secret = await held()
    assert.deepEqual(await confirmAppointment(portal, secret), { ok: false, reason: 'contact-missing' })
  })

  test('cannot be confirmed after it was cancelled', async () => {
    const secret = await confirmed()
    await cancelAppointment(portal, secret)
    assert.deepEqual(await confirmAppointment(portal, secret), { ok: false, reason: 'cancelled' })
  })

  test('cannot be cancelled once it has begun', async () => {
    const secret = await confirmed({ startTick: NINE })
    clock.moveTo('2026-11-24T08:00:00Z')
    assert.deepEqual(await cancelAppointment(portal, secret), { ok: false, reason: 'too-late' })
  })

  test('can be cancelled until the minute before it begins', async () => {
    const secret = await confirmed({ startTick: NINE })
    clock.moveTo('2026-11-24T07:59:00Z')
    assert.deepEqual(await cancelAppointment(portal, secret), { ok: true })
  })

  test('cancelled twice answers the same', async () => {
    const secret = await confirmed()
    await cancelAppointment(portal, secret)
    assert.deepEqual(await cancelAppointment(portal, secret), { ok: true })
    assert.equal((await findAppointment(portal, secret))?.sequence, 1)
  })

  test('is not opened by a secret that nobody was given', async () => {
    const unknown = { ok: false, reason: 'unknown-appointment' } as const
    const wrong = 'x'.repeat(22)
    assert.equal(await findAppointment(portal, wrong), null)
    assert.deepEqual(await cancelAppointment(portal, wrong), unknown)
    assert.deepEqual(await confirmAppointment(portal, wrong), unknown)
    assert.deepEqual(await renewHold(portal, wrong), unknown)
    assert.deepEqual(await restoreAppointment(portal, wrong), unknown)
    assert.deepEqual(await saveContact(portal, wrong, aSavedContact()), unknown)
  })

  test('is held once when the button is pressed twice', async () => {
    const first = await holdTime(portal, wish())
    const second = await holdTime(portal, wish())
    assert.deepEqual(second, first)
    assert.equal(await rowCount('appointments'), 1)
  })

  test('is held once when the same form arrives twenty times at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => holdTime(portal, wish())))
    assert.equal(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1)
    assert.equal(answers[0]?.ok, true)
    assert.deepEqual([await rowCount('appointments'), await rowCount('claims')], [1, 2])
    await assertWhole()
  })

  test('is moved when the same form is sent with another time, and frees the first one', async () => {
    const secret = await held({ startTick: NINE })
    assert.equal(await held({ startTick: TEN }), secret)
    const starts = await offered()
    assert.deepEqual([starts.includes(NINE), starts.includes(TEN)], [true, false])
    assert.equal(await rowCount('appointments'), 1)
    await assertWhole()
  })

  test('is moved to another office by a form that replaces it', async () => {
    const secret = await held({ officeId: 'sandvika', startTick: NINE })
    assert.equal(await held({ officeId: 'oslo', idempotencyKey: 'next page', replaces: secret }), secret)
    assert.equal((await findAppointment(portal, secret))?.officeId, 'oslo')
    assert.ok((await offered('sandvika')).includes(NINE))
    await assertWhole()
  })

  test('may move to a time that overlaps its own', async () => {
    const secret = await held({ startTick: NINE })
    await held({ startTick: NINE + 1, idempotencyKey: 'next page', replaces: secret })
    assert.equal((await findAppointment(portal, secret))?.startTick, NINE + 1)
    await assertWhole()
  })

  test('keeps its time when the one that should replace it is taken', async () => {
    await held({ startTick: TEN, idempotencyKey: 'somebody' })
    const secret = await held({ startTick: NINE })
    const refused = await holdTime(portal, wish({ startTick: TEN, idempotencyKey: 'next', replaces: secret }))
    assert.deepEqual(refused, { ok: false, reason: 'slot-taken' })
    assert.equal((await findAppointment(portal, secret))?.startTick, NINE)
    assert.ok(!(await offered()).includes(NINE))
    await assertWhole()
  })

  test('that is confirmed is not moved by going back: it is shown instead', async () => {
    const secret = await confirmed({ startTick: NINE })
    const answer = await holdTime(portal, wish({ startTick: TEN, replaces: secret }))
    assert.deepEqual(answer, { ok: false, reason: 'already-confirmed', secret })
    assert.equal((await findAppointment(portal, secret))?.startTick, NINE)
  })

  test('is refused when its time is taken, unless another counter is free', async () => {
    await held({ officeId: 'sandvika', idempotencyKey: 'somebody' })
    assert.deepEqual(await holdTime(portal, wish({ officeId: 'sandvika' })), {
      ok: false,
      reason: 'slot-taken',
    })
    for (const number of [1, 2, 3]) await held({ officeId: 'oslo', idempotencyKey: `visitor ${number}` })
    assert.equal((await holdTime(portal, wish({ officeId: 'oslo' }))).ok, false)
    await assertWhole()
  })

  test('keeps what was claimed of nobody when it is refused', async () => {
    await held({ startTick: NINE + 1, idempotencyKey: 'somebody' })
    await holdTime(portal, wish({ startTick: NINE }))
    assert.deepEqual([await rowCount('appointments'), await rowCount('claims')], [1, 2])
  })

  const outside = {
    'in the past': ['2026-11-23T07:00', 'slot-passed'],
    'within the notice of the office': ['2026-11-23T08:55', 'slot-passed'],
    'before the office opens': ['2026-11-24T08:55', 'slot-taken'],
    'beyond closing time': ['2026-11-24T14:55', 'slot-taken'],
    'on a Sunday': ['2026-11-29T09:00', 'slot-taken'],
    'on a day on which the office is closed': ['2026-12-01T09:00', 'slot-taken'],
    'on a public holiday': ['2026-12-25T09:00', 'slot-taken'],
    'beyond the booking window': ['2027-06-01T09:00', 'slot-taken'],
    'far in the future': ['2099-06-01T09:00', 'slot-taken'],
  } as const
  for (const [what, [wallClock, reason]] of Object.entries(outside)) {
    test(`is refused ${what}`, async () => {
      assert.deepEqual(await holdTime(portal, wish({ startTick: tickOf(wallClock) })), { ok: false, reason })
      assert.equal(await rowCount('appointments'), 0)
    })
  }

  for (const startTick of [-5, -Number.MAX_SAFE_INTEGER, 99_999_999_999, Number.MAX_SAFE_INTEGER]) {
    test(`is refused at a number that is no moment: ${startTick}`, async () => {
      assert.equal((await holdTime(portal, wish({ startTick }))).ok, false)
    })
  }

  test('is taken on the last day of the booking window', async () => {
    await held({ startTick: tickOf('2027-05-21T09:00') })
  })

  test('held for ten minutes frees its time without anybody doing anything', async () => {
    await held({ startTick: NINE })
    clock.forward({ minutes: 9, seconds: 59 })
    assert.ok(!(await offered()).includes(NINE))
    clock.forward({ seconds: 1 })
    assert.ok((await offered()).includes(NINE))
  })

  test('takes over a hold that has ended', async () => {
    await held({ startTick: NINE, idempotencyKey: 'was called away' })
    clock.forward({ minutes: 10 })
    await held({ startTick: NINE })
    await assertWhole()
  })

  test('whose hold was taken over is refused on confirming, and keeps its contact', async () => {
    const late = await held({ startTick: NINE, idempotencyKey: 'was called away' })
    await saveContact(portal, late, aSavedContact({ name: 'Ola Nordmann' }))
    clock.forward({ minutes: 10 })
    await held({ startTick: NINE })
    assert.deepEqual(await confirmAppointment(portal, late), { ok: false, reason: 'slot-taken' })
    assert.equal((await findAppointment(portal, late))?.contact?.name, 'Ola Nordmann')
    await assertWhole()
  })

  test('whose hold was taken over keeps the contact that is typed afterwards', async () => {
    const late = await held({ startTick: NINE, idempotencyKey: 'was called away' })
    clock.forward({ minutes: 10 })
    await held({ startTick: NINE })
    assert.deepEqual(await saveContact(portal, late, aSavedContact({ name: 'Ola Nordmann' })), {
      ok: false,
      reason: 'slot-taken',
    })
    assert.equal((await findAppointment(portal, late))?.contact?.name, 'Ola Nordmann')
  })

  test('that lost its time to a process whose clock is ahead is neither confirmed nor renewed', async () => {
    const secret = await held()
    await saveContact(portal, secret, aSavedContact())
    const ahead = await openTestPortal(engine, aClockAt(clock.now().add({ minutes: 10 }).toString()))
    const other = await holdTime(ahead, wish({ idempotencyKey: 'another' }))
    assert.ok(other.ok)
    await saveContact(ahead, other.secret, aSavedContact())
    assert.deepEqual(await confirmAppointment(ahead, other.secret), { ok: true })
    const taken = { ok: false, reason: 'slot-taken' } as const
    assert.deepEqual(await renewHold(portal, secret), taken)
    assert.deepEqual(await confirmAppointment(portal, secret), taken)
    // By the clock that is ahead; by the other one a living hold has lost its time.
    assert.deepEqual(await brokenClaims(engine, ahead.clock.now().epochMilliseconds / 1000), [])
  })

  test('whose hold has ended is confirmed all the same while its time is free', async () => {
    const late = await held({ startTick: NINE })
    await saveContact(portal, late, aSavedContact())
    clock.forward({ minutes: 25 })
    assert.deepEqual(await confirmAppointment(portal, late), { ok: true })
    await assertWhole()
  })

  test('is held ten minutes more with each step, and thirty at the longest', async () => {
    const secret = await held()
    const began = clock.now().epochMilliseconds / 1000
    const minutesHeld = async () => (((await findAppointment(portal, secret))?.expiresAt ?? 0) - began) / 60
    assert.equal(await minutesHeld(), 10)
    clock.forward({ minutes: 9 })
    await renewHold(portal, secret)
    assert.equal(await minutesHeld(), 19)
    clock.forward({ minutes: 9 })
    await renewHold(portal, secret)
    clock.forward({ minutes: 9 })
    await renewHold(portal, secret)
    assert.equal(await minutesHeld(), 30)
  })

  test('begins a new hold when it is renewed after its end and its time is still free', async () => {
    const secret = await held()
    clock.forward({ minutes: 40 })
    assert.deepEqual(await renewHold(portal, secret), { ok: true })
    const { heldSince, expiresAt } = (await findAppointment(portal, secret)) ?? {}
    assert.deepEqual([heldSince, expiresAt], [nowSeconds(clock), nowSeconds(clock) + 600])
  })

  test('is not held longer by moving it', async () => {
    const secret = await held({ startTick: NINE })
    const began = nowSeconds(clock)
    for (const startTick of [NINE + 2, NINE + 4, NINE + 6]) {
      clock.forward({ minutes: 9 })
      await held({ startTick, replaces: secret })
    }
    assert.equal((await findAppointment(portal, secret))?.expiresAt, began + 30 * 60)
  })

  test('that is confirmed is not renewed', async () => {
    const secret = await confirmed()
    assert.deepEqual(await renewHold(portal, secret), { ok: false, reason: 'already-confirmed' })
  })

  test('that was never confirmed is forgotten two hours after its hold ended, with all that was typed', async () => {
    const secret = await held()
    await saveContact(portal, secret, aSavedContact())
    clock.forward({ hours: 2, minutes: 11 })
    assert.equal(await forgetExpiredHolds(portal), 1)
    assert.equal(await findAppointment(portal, secret), null)
    const left = [
      await rowCount('appointments'),
      await rowCount('appointmentPeople'),
      await rowCount('claims'),
    ]
    assert.deepEqual(left, [0, 0, 0])
  })

  test('is not forgotten while it is confirmed, living, or ended a short while ago', async () => {
    await confirmed({ startTick: NINE })
    await held({ startTick: TEN, idempotencyKey: 'ended' })
    clock.forward({ hours: 2 })
    await held({ startTick: TEN + 2, idempotencyKey: 'living' })
    assert.equal(await forgetExpiredHolds(portal), 0)
    assert.equal(await rowCount('appointments'), 3)
  })

  if (kind === 'sqlite') {
    test('is refused as an outage while another process locks the database, and holds afterwards', async () => {
      const other = new Database(urlOf(portal.engine).slice('file:'.length))
      other.exec('BEGIN IMMEDIATE')
      try {
        await assert.rejects(holdTime(portal, wish()), DatabaseUnavailable)
      } finally {
        other.exec('ROLLBACK')
        other.close()
      }
      await held()
    })
  }
})

function wish(some: Partial<HoldTimeInput> = {}): HoldTimeInput {
  return {
    idempotencyKey: 'page',
    replaces: null,
    officeId: 'sandvika',
    startTick: NINE,
    changes: null,
    people: [aPerson()],
    ...some,
  }
}

function nowSeconds(clock: MovableClock): number {
  return clock.now().epochMilliseconds / 1000
}
