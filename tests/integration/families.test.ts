import assert from 'node:assert/strict'
import test, { before, beforeEach } from 'node:test'
import type { Person } from '#app/domain/passport/person.ts'
import { endOfSeats } from '#app/domain/scheduling/group-times.ts'
import { confirmAppointment } from '#app/use-cases/confirm-appointment.server.ts'
import { findAppointment } from '#app/use-cases/find-appointment.server.ts'
import { holdTime, type HoldTimeInput } from '#app/use-cases/hold-time.server.ts'
import { officeTimes } from '#app/use-cases/office-times.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { renewHold } from '#app/use-cases/renew-hold.server.ts'
import { saveContact } from '#app/use-cases/save-contact.server.ts'
import { needOf } from '#app/use-cases/stay.server.ts'
import { randomOf } from '#app/domain/chance/random-of.ts'
import type { Engine } from '#db/engine.ts'
import { onBothEngines } from '#tests/support/both-engines.ts'
import { aChild, aContact, anOffice, aPerson, tickOf } from '#tests/support/builders.ts'
import { brokenClaims } from '#tests/support/claim-invariants.ts'
import { aClockAt, type MovableClock } from '#tests/support/movable-clock.ts'
import { fillSmallCountry, openTestPortal } from '#tests/support/small-country.ts'

const MONDAY_MORNING = '2026-11-23T07:00:00Z'
const NINE = tickOf('2026-11-24T09:00')
const FAMILY = [aPerson(), aPerson(), aChild(), aChild()]

onBothEngines('A family', (openFresh) => {
  let engine: Engine
  let portal: Portal
  let clock: MovableClock

  before(async () => {
    engine = await openFresh()
  })
  beforeEach(async () => {
    await fillSmallCountry(engine, [
      { id: 'sandvika', counters: 1 },
      { id: 'oslo', counters: 4 },
    ])
    clock = aClockAt(MONDAY_MORNING)
    portal = await openTestPortal(engine, clock)
  })

  async function held(some: Partial<HoldTimeInput> = {}) {
    const answer = await holdTime(portal, wish(some))
    assert.ok(answer.ok, JSON.stringify(answer))
    const appointment = await findAppointment(portal, answer.secret)
    assert.ok(appointment)
    return { secret: answer.secret, appointment }
  }

  async function assertWhole(): Promise<void> {
    assert.deepEqual(await brokenClaims(engine, clock.now().epochMilliseconds / 1000), [])
  }

  test('of four gets one counter for forty minutes, each after the other', async () => {
    const { appointment } = await held()
    assert.deepEqual(
      appointment.people.map(({ startTick, ticks }) => [startTick - NINE, ticks]),
      [
        [0, 2],
        [2, 2],
        [4, 2],
        [6, 2],
      ],
    )
    assert.equal(new Set(appointment.people.map(({ resourceId }) => resourceId)).size, 1)
    await assertWhole()
  })

  test('too large for one counter within the window is served side by side, and finished within it', async () => {
    const people = Array.from({ length: 8 }, () => aPerson({ document: 'passport-and-id-card-travel' }))
    const { appointment } = await held({ officeId: 'oslo', people })
    assert.ok(endOfSeats(appointment.people) - NINE <= 12)
    assert.ok(new Set(appointment.people.map(({ resourceId }) => resourceId)).size > 1)
    await assertWhole()
  })

  test('is refused whole when one of them has no room', async () => {
    const five = Array.from({ length: 5 }, () => aPerson())
    await held({ people: five, startTick: NINE + 4, idempotencyKey: 'somebody' })
    assert.deepEqual(await holdTime(portal, wish()), { ok: false, reason: 'slot-taken' })
    await assertWhole()
  })

  test('is told when the last of them is finished', async () => {
    const need = needOf(portal, FAMILY)
    const where = { office: anOffice(), need, own: [], from: '2026-11-24', onlyDay: null, near: null }
    const { days } = await officeTimes(portal, where)
    assert.deepEqual(days[0]?.times[0], { tick: NINE, endTick: NINE + 8, counters: 1 })
  })

  test('is seated exactly where every offered time says, for families of every kind', async () => {
    const random = randomOf('offered times')
    for (let round = 0; round < 12; round += 1) {
      const people = someFamily(random)
      await portal.availability.freshen()
      const need = needOf(portal, people)
      const starts = portal.availability.starts('oslo', '2026-11-24', need, { notBefore: 0 })
      const startTick = starts[Math.floor(random() * starts.length)]
      if (startTick === undefined) continue
      const planned = portal.availability.plan('oslo', startTick, need)
      const { appointment } = await held({ officeId: 'oslo', people, startTick, idempotencyKey: `${round}` })
      const seats = appointment.people.map(({ resourceId, startTick: from, ticks }) => ({
        resourceId,
        startTick: from,
        ticks,
      }))
      assert.deepEqual(seats, planned)
    }
    await assertWhole()
  })

  test('keeps guardians and names of each through hold, contact and confirmation', async () => {
    const { secret } = await held()
    const names = ['Kari', 'Ola', "Per D'Arcy", 'Ŧuva']
    assert.deepEqual(await saveContact(portal, secret, { contact: aContact(), names }), { ok: true })
    assert.deepEqual(await confirmAppointment(portal, secret), { ok: true })
    const confirmed = await findAppointment(portal, secret)
    assert.deepEqual(
      confirmed?.people.map(({ name, guardians }) => [name, guardians?.second ?? null]),
      [
        ['Kari', null],
        ['Ola', null],
        ["Per D'Arcy", 'has-consented'],
        ['Ŧuva', 'has-consented'],
      ],
    )
  })

  test('cannot be confirmed while somebody has no name', async () => {
    const { secret } = await held()
    await saveContact(portal, secret, { contact: aContact(), names: ['Kari', 'Ola', 'Per'] })
    assert.deepEqual(await confirmAppointment(portal, secret), { ok: false, reason: 'contact-missing' })
  })

  test('keeps the names that were typed when somebody is added to the hold', async () => {
    const { secret } = await held({ people: [aPerson(), aChild()] })
    await saveContact(portal, secret, { contact: aContact(), names: ['Kari', 'Per'] })
    const { appointment } = await held({
      people: [aPerson(), aPerson(), aChild()],
      replaces: secret,
      idempotencyKey: 'next',
    })
    assert.deepEqual(
      appointment.people.map(({ name }) => name),
      ['Kari', null, 'Per'],
    )
  })

  test('whose hold ended gets all its seats again while they are free, others at the same office else', async () => {
    const { secret, appointment } = await held({ officeId: 'oslo' })
    clock.forward({ minutes: 11 })
    const other = await held({ officeId: 'oslo', people: [aPerson()], idempotencyKey: 'other' })
    assert.deepEqual(await renewHold(portal, secret), { ok: true })
    const again = await findAppointment(portal, secret)
    assert.deepEqual(
      again?.people.map(({ startTick }) => startTick),
      appointment.people.map(({ startTick }) => startTick),
    )
    assert.ok(other.appointment)
    await assertWhole()
  })

  test('races with others for the same hour: every tick has one owner, and nobody is torn apart', async () => {
    const random = randomOf('race of families')
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) => {
        const startTick = NINE + 2 * Math.floor(random() * 8)
        const people = someFamily(random)
        return holdTime(
          portal,
          wish({ officeId: 'oslo', people, startTick, idempotencyKey: `race ${index}` }),
        )
      }),
    )
    await assertWhole()
    const winners = answers.filter((answer) => answer.ok)
    const refused = answers.filter((answer) => !answer.ok && answer.reason === 'slot-taken')
    assert.equal(winners.length + refused.length, 60)
    assert.ok(winners.length >= 3 && refused.length >= 10, `${winners.length} won`)
    for (const { secret } of winners) {
      const { people = [] } = (await findAppointment(portal, secret)) ?? {}
      const start = Math.min(...people.map(({ startTick }) => startTick))
      const total = people.reduce((sum, { ticks }) => sum + ticks, 0)
      const atOne = new Set(people.map(({ resourceId }) => resourceId)).size === 1
      assert.ok(endOfSeats(people) - start <= 12 || (atOne && endOfSeats(people) - start === total))
    }
  })
})

function someFamily(random: () => number): Person[] {
  const size = 1 + Math.floor(random() * 6)
  return Array.from({ length: size }, () => {
    const needs = random() < 0.2 ? (['interpreter'] as const) : []
    return { ...(random() < 0.5 ? aPerson() : aChild()), needs }
  })
}

function wish(some: Partial<HoldTimeInput> = {}): HoldTimeInput {
  return {
    idempotencyKey: 'page',
    replaces: null,
    changes: null,
    officeId: 'sandvika',
    startTick: NINE,
    people: FAMILY,
    ...some,
  }
}
