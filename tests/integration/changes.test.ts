import assert from 'node:assert/strict'
import test, { before, beforeEach } from 'node:test'
import type { Appointment } from '#app/domain/scheduling/appointment.ts'
import { cancelAppointment } from '#app/use-cases/cancel-appointment.server.ts'
import { confirmAppointment } from '#app/use-cases/confirm-appointment.server.ts'
import { findAppointment } from '#app/use-cases/find-appointment.server.ts'
import { forgetExpiredHolds } from '#app/use-cases/forget-expired-holds.server.ts'
import { holdTime, type HoldTimeInput } from '#app/use-cases/hold-time.server.ts'
import { leaveOutSaid } from '#app/use-cases/leave-out-said.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { undoChange } from '#app/use-cases/undo-change.server.ts'
import { saveContact } from '#app/use-cases/save-contact.server.ts'
import { randomOf } from '#app/domain/chance/random-of.ts'
import type { Engine } from '#db/engine.ts'
import { onBothEngines } from '#tests/support/both-engines.ts'
import { aChild, aContact, aNeed, aPerson, tickOf } from '#tests/support/builders.ts'
import { brokenClaims } from '#tests/support/claim-invariants.ts'
import { aClockAt, type MovableClock } from '#tests/support/movable-clock.ts'
import { fillSmallCountry, openTestPortal } from '#tests/support/small-country.ts'

const MONDAY_MORNING = '2026-11-23T07:00:00Z'
const NINE = tickOf('2026-11-24T09:00')
const TEN = tickOf('2026-11-24T10:00')

/** What may have been said to the guide. */
const LOST = 'passport-lost_how-gone.was-lost_lost-document'
const CHILD = 'passport_document.passport_passport-who.my-child'

onBothEngines('A confirmed appointment that is changed', (openFresh) => {
  let engine: Engine
  let portal: Portal
  let clock: MovableClock
  let keys = 0

  before(async () => {
    engine = await openFresh()
  })
  beforeEach(async () => {
    await fillSmallCountry(engine, [
      { id: 'sandvika', counters: 1 },
      { id: 'oslo', counters: 2 },
    ])
    clock = aClockAt(MONDAY_MORNING)
    portal = await openTestPortal(engine, clock)
  })

  function wish(some: Partial<HoldTimeInput> = {}): HoldTimeInput {
    return {
      idempotencyKey: `page ${(keys += 1)}`,
      replaces: null,
      changes: null,
      officeId: 'sandvika',
      startTick: NINE,
      people: [aPerson()],
      ...some,
    }
  }

  async function held(some: Partial<HoldTimeInput> = {}): Promise<string> {
    const answer = await holdTime(portal, wish(some))
    assert.ok(answer.ok, JSON.stringify(answer))
    return answer.secret
  }

  async function confirmed(some: Partial<HoldTimeInput> = {}): Promise<string> {
    const secret = await held(some)
    const names = (await see(secret)).people.map((_, index) => `Person ${index + 1}`)
    assert.deepEqual(await saveContact(portal, secret, { contact: aContact(), names }), { ok: true })
    assert.deepEqual(await confirmAppointment(portal, secret), { ok: true })
    return secret
  }

  async function see(secret: string): Promise<Appointment> {
    const appointment = await findAppointment(portal, secret)
    assert.ok(appointment)
    return appointment
  }

  async function offered(officeId: string): Promise<number[]> {
    await portal.availability.freshen()
    return portal.availability.starts(officeId, '2026-11-24', aNeed(2), { notBefore: 0 })
  }

  async function assertWhole(): Promise<void> {
    assert.deepEqual(await brokenClaims(engine, clock.now().epochMilliseconds / 1000), [])
  }

  test('gets the new time and frees the old one in the same write; link, reference and code stay', async () => {
    const secret = await confirmed()
    const before = await see(secret)
    const hold = await held({ changes: secret, officeId: 'oslo', startTick: TEN })
    assert.equal((await see(secret)).startTick, NINE, 'the old time is kept until the new one is confirmed')
    assert.ok(!(await offered('sandvika')).includes(NINE))
    assert.deepEqual(await confirmAppointment(portal, hold), { ok: true })
    const after = await see(secret)
    assert.deepEqual([after.officeId, after.startTick, after.sequence], ['oslo', TEN, before.sequence + 1])
    assert.deepEqual([after.reference, after.checkInCode], [before.reference, before.checkInCode])
    assert.ok((await offered('sandvika')).includes(NINE), 'the old time is free at once')
    await assertWhole()
  })

  test('keeps its contact and names, so that nothing is typed twice', async () => {
    const secret = await confirmed()
    const hold = await see(await held({ changes: secret, startTick: TEN }))
    assert.equal(hold.contact?.email, 'kari@example.org')
    assert.equal(hold.people[0]?.name, 'Person 1')
  })

  test('twice by a double click is changed once', async () => {
    const secret = await confirmed()
    const hold = await held({ changes: secret, startTick: TEN })
    const answers = await Promise.all(Array.from({ length: 10 }, () => confirmAppointment(portal, hold)))
    assert.ok(answers.every(({ ok }) => ok))
    assert.equal((await see(secret)).sequence, 1)
    assert.equal((await see(hold)).status, 'merged')
    await assertWhole()
  })

  test('may move to a time that overlaps its own', async () => {
    const secret = await confirmed({ people: [aPerson(), aPerson()] })
    const hold = await held({ changes: secret, people: [aPerson(), aPerson()], startTick: NINE + 2 })
    await assertWhole()
    assert.deepEqual(await confirmAppointment(portal, hold), { ok: true })
    assert.equal((await see(secret)).startTick, NINE + 2)
    await assertWhole()
  })

  test('gets one person more at the same time when the counter is free after it', async () => {
    const secret = await confirmed()
    const hold = await held({ changes: secret, people: [aPerson(), aChild()] })
    await assertWhole()
    await saveContact(portal, hold, { contact: aContact(), names: ['Person 1', 'Per'] })
    assert.deepEqual(await confirmAppointment(portal, hold), { ok: true })
    assert.deepEqual(
      (await see(secret)).people.map(({ name, startTick }) => [name, startTick]),
      [
        ['Person 1', NINE],
        ['Per', NINE + 2],
      ],
    )
    await assertWhole()
  })

  test('gives back the time of a person who is taken away', async () => {
    const secret = await confirmed({ people: [aPerson(), aPerson(), aPerson()] })
    const hold = await held({ changes: secret, people: [aPerson()] })
    assert.deepEqual(await confirmAppointment(portal, hold), { ok: true })
    assert.ok((await offered('sandvika')).includes(NINE + 2))
    await assertWhole()
  })

  test('keeps its old time when the new one was taken meanwhile', async () => {
    const secret = await confirmed()
    const hold = await held({ changes: secret, startTick: TEN })
    clock.forward({ minutes: 11 })
    await held({ startTick: TEN })
    assert.deepEqual(await confirmAppointment(portal, hold), { ok: false, reason: 'slot-taken' })
    assert.deepEqual([(await see(secret)).startTick, (await see(secret)).status], [NINE, 'confirmed'])
    await assertWhole()
  })

  test('keeps its old time when nobody confirms the new one', async () => {
    const secret = await confirmed()
    await held({ changes: secret, startTick: TEN })
    clock.forward({ hours: 3 })
    await forgetExpiredHolds(portal)
    assert.equal((await see(secret)).startTick, NINE)
    await assertWhole()
  })

  test('cannot be changed once it has begun or is cancelled, and the hold says so', async () => {
    const cancelled = await confirmed()
    const hold = await held({ changes: cancelled, startTick: TEN })
    await cancelAppointment(portal, cancelled)
    await assertWhole()
    assert.deepEqual(await confirmAppointment(portal, hold), { ok: false, reason: 'cancelled' })
    assert.deepEqual(await holdTime(portal, wish({ changes: cancelled, startTick: TEN })), {
      ok: false,
      reason: 'cancelled',
    })
    const begun = await confirmed({ officeId: 'oslo' })
    const late = await held({ changes: begun, officeId: 'oslo', startTick: TEN + 20 })
    clock.moveTo('2026-11-24T08:00:00Z')
    assert.deepEqual(await confirmAppointment(portal, late), { ok: false, reason: 'too-late' })
    assert.equal((await holdTime(portal, wish({ changes: begun, startTick: TEN + 20 }))).ok, false)
    await assertWhole()
  })

  test('in two tabs is changed by the one that is confirmed first; the other takes its time anew', async () => {
    const secret = await confirmed({ people: [aPerson(), aPerson()] })
    const people = [aPerson(), aPerson()]
    const overlapping = await held({ changes: secret, people, startTick: NINE + 2 })
    const elsewhere = await held({ changes: secret, people, officeId: 'oslo', startTick: TEN })
    assert.deepEqual(await confirmAppointment(portal, elsewhere), { ok: true })
    await assertWhole()
    assert.deepEqual(await confirmAppointment(portal, overlapping), { ok: true })
    const after = await see(secret)
    assert.deepEqual([after.officeId, after.startTick, after.sequence], ['sandvika', NINE + 2, 2])
    await assertWhole()
  })

  test('is not changed by a secret that nobody was given, nor by a hold', async () => {
    const unknown = { ok: false, reason: 'unknown-appointment' } as const
    assert.deepEqual(await holdTime(portal, wish({ changes: 'x'.repeat(22) })), unknown)
    const hold = await held()
    assert.deepEqual(await holdTime(portal, wish({ changes: hold, startTick: TEN })), unknown)
  })

  test('leaves the hold of another booking alone when its secret is slipped in', async () => {
    const secret = await confirmed()
    const hold = await held({ officeId: 'oslo' })
    const change = await held({ changes: secret, replaces: hold, startTick: TEN })
    assert.notEqual(change, hold)
    assert.equal((await see(hold)).startTick, NINE)
    await assertWhole()
  })

  test('is undone while its old time is free: time, people and names come back', async () => {
    const secret = await confirmed({ people: [aPerson(), aChild()] })
    const before = await see(secret)
    const hold = await held({ changes: secret, officeId: 'oslo', startTick: TEN, people: [aPerson()] })
    await confirmAppointment(portal, hold)
    assert.deepEqual(await undoChange(portal, secret, 1), { ok: true })
    const after = await see(secret)
    assert.deepEqual([after.officeId, after.startTick, after.people], [before.officeId, NINE, before.people])
    assert.equal(after.sequence, 2, 'the calendar hears of it')
    assert.ok((await offered('oslo')).includes(TEN))
    await assertWhole()
    assert.deepEqual(await undoChange(portal, secret, 1), { ok: true })
    assert.equal((await see(secret)).sequence, 2, 'pressed twice it is undone once')
    assert.deepEqual(await undoChange(portal, secret, 2), { ok: false, reason: 'nothing-to-undo' })
    assert.equal((await see(secret)).startTick, NINE, 'an undo is not undone')
  })

  test('is not undone by a page from before another change', async () => {
    const secret = await confirmed()
    await confirmAppointment(portal, await held({ changes: secret, startTick: TEN }))
    await confirmAppointment(portal, await held({ changes: secret, officeId: 'oslo', startTick: TEN }))
    assert.deepEqual(await undoChange(portal, secret, 1), { ok: false, reason: 'changed-since' })
    assert.equal((await see(secret)).officeId, 'oslo')
    assert.deepEqual(await undoChange(portal, secret, 2), { ok: true })
    assert.deepEqual([(await see(secret)).officeId, (await see(secret)).startTick], ['sandvika', TEN])
    await assertWhole()
  })

  test('gets its contact back when it is undone', async () => {
    const secret = await confirmed()
    const hold = await held({ changes: secret, startTick: TEN })
    const contact = aContact({ email: 'ola@example.org' })
    await saveContact(portal, hold, { contact, names: ['Ola Nordmann'] })
    await confirmAppointment(portal, hold)
    assert.equal((await see(secret)).contact?.email, 'ola@example.org')
    await undoChange(portal, secret, 1)
    assert.equal((await see(secret)).contact?.email, 'kari@example.org')
  })

  test('keeps what was said to the guide until something else is said or it is left out, and no message tells it', async () => {
    const secret = await confirmed({ said: LOST })
    const saidNow = async () => (await see(secret)).said
    assert.equal(await saidNow(), LOST)
    const hold = await held({ changes: secret, startTick: TEN })
    assert.equal((await see(hold)).said, LOST, 'a change that tells nothing leaves it')
    await held({ changes: secret, replaces: hold, startTick: TEN + 6, said: CHILD })
    await held({ changes: secret, replaces: hold, startTick: TEN })
    assert.equal((await see(hold)).said, CHILD, 'neither does another choice of time')
    await confirmAppointment(portal, hold)
    assert.equal(await saidNow(), CHILD)

    const without = await held({ changes: secret, officeId: 'oslo', startTick: TEN })
    assert.deepEqual(await leaveOutSaid(portal, without), { ok: true })
    assert.equal(await saidNow(), CHILD, 'until the change is confirmed')
    await confirmAppointment(portal, without)
    assert.equal(await saidNow(), null)
    await undoChange(portal, secret, 2)
    assert.equal(await saidNow(), CHILD)
    assert.deepEqual(await leaveOutSaid(portal, secret), { ok: true })
    assert.equal(await saidNow(), CHILD, 'what is confirmed is changed by a change')
    const messages = await engine.read.select().from(engine.tables.messages)
    assert.ok(messages.length > 0)
    assert.doesNotMatch(JSON.stringify(messages), /passport-lost|how-gone|passport-who/)
  })

  test('is changed from a page whose hold was given back meanwhile', async () => {
    const secret = await confirmed()
    const given = await held({ changes: secret, startTick: TEN })
    await cancelAppointment(portal, given)
    const hold = await held({ changes: secret, replaces: given, startTick: TEN })
    assert.notEqual(hold, given)
    assert.equal((await see(hold)).status, 'held')
  })

  test('stays when a hold that was given back is forgotten with all that was typed into it', async () => {
    const secret = await confirmed()
    const given = await held({ changes: secret, startTick: TEN })
    await cancelAppointment(portal, given)
    const cancelled = await confirmed({ officeId: 'oslo' })
    await cancelAppointment(portal, cancelled)
    clock.forward({ hours: 3 })
    await forgetExpiredHolds(portal)
    assert.equal(await findAppointment(portal, given), null)
    assert.deepEqual([(await see(secret)).status, (await see(cancelled)).status], ['confirmed', 'cancelled'])
  })

  test('is not undone when somebody has the old time, and keeps the new one', async () => {
    const secret = await confirmed()
    await confirmAppointment(portal, await held({ changes: secret, startTick: TEN }))
    await held({ startTick: NINE })
    assert.deepEqual(await undoChange(portal, secret, 1), { ok: false, reason: 'slot-taken' })
    assert.equal((await see(secret)).startTick, TEN)
    await assertWhole()
  })

  test('that never was changed has nothing to undo', async () => {
    assert.deepEqual(await undoChange(portal, await confirmed(), 0), { ok: false, reason: 'nothing-to-undo' })
  })

  test('while two others want the same time: somebody always has a time, nobody two', async () => {
    const random = randomOf('three want one time')
    for (let round = 0; round < 15; round += 1) {
      const secrets = await Promise.all(
        [0, 1, 2].map((number) => confirmed({ officeId: 'oslo', startTick: NINE + 6 * number + 2 * round })),
      ).catch(() => null)
      if (!secrets) break
      const wanted = { officeId: 'sandvika', startTick: NINE + 4 * round }
      const answers = await Promise.all(
        secrets.map(async (secret) => {
          const answer = await holdTime(portal, wish({ ...wanted, changes: secret }))
          if (answer.ok && random() < 0.8) return confirmAppointment(portal, answer.secret)
          return { ok: false }
        }),
      )
      assert.ok(answers.filter(({ ok }) => ok).length <= 1)
      const after = await Promise.all(secrets.map(see))
      assert.ok(after.every(({ status }) => status === 'confirmed'))
      assert.equal(
        after.filter(({ officeId }) => officeId === 'sandvika').length,
        answers.filter(({ ok }) => ok).length,
      )
      await assertWhole()
      for (const secret of secrets) await cancelAppointment(portal, secret)
    }
  })
})
