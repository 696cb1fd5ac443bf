import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import test, { before, beforeEach } from 'node:test'
import { count } from 'drizzle-orm'
import type { Scope } from '#app/domain/identity/permission.ts'
import { split } from '#app/domain/queue/actions/change-visit.ts'
import { CHECK_IN_LETTERS, clearCode } from '#app/domain/scheduling/code.ts'
import { createVisitors } from '#app/server/visitor.ts'
import { checkInFor, takeTicketFor } from '#app/use-cases/arrive-for.server.ts'
import { cancelAppointment } from '#app/use-cases/cancel-appointment.server.ts'
import { changeQueue } from '#app/use-cases/change-queue.server.ts'
import { checkIn } from '#app/use-cases/check-in.server.ts'
import { checkInState } from '#app/use-cases/check-in-state.server.ts'
import { confirmAppointment } from '#app/use-cases/confirm-appointment.server.ts'
import { findAppointment } from '#app/use-cases/find-appointment.server.ts'
import { ticketOfSecret } from '#app/use-cases/given-ticket.server.ts'
import { holdTime } from '#app/use-cases/hold-time.server.ts'
import { nextOpening } from '#app/use-cases/next-opening.server.ts'
import type { Acting } from '#app/use-cases/office-day.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { saveContact } from '#app/use-cases/save-contact.server.ts'
import { takeTicket, type WantedTicket } from '#app/use-cases/take-ticket.server.ts'
import { timesInstead } from '#app/use-cases/times-instead.server.ts'
import { updateAppointment } from '#db/queries/appointments.ts'
import type { Engine } from '#db/engine.ts'
import { updateTicket } from '#db/queries/tickets.ts'
import { onBothEngines } from '#tests/support/both-engines.ts'
import { aPerson, aSavedContact, tickOf } from '#tests/support/builders.ts'
import { aClockAt, type MovableClock } from '#tests/support/movable-clock.ts'
import { aCounter } from '#tests/support/queue-builders.ts'
import { fillSmallCountry, openTestPortal } from '#tests/support/small-country.ts'

/** Norway is an hour ahead: 07.30 on a Monday, and a Tuesday at ten. */
const MONDAY = '2026-11-23T06:30:00Z'
const TUESDAY_TEN = '2026-11-24T09:00:00Z'
const TEN = tickOf('2026-11-24T10:00')

const HERE = { id: 'here', name: 'Her', districtId: 'oslo', counters: 2 }
const THERE = { id: 'there', name: 'Der', districtId: 'oslo', latitude: 59.95 }
const FAR = { id: 'far', name: 'Langt', districtId: 'finnmark', latitude: 70 }

const visitor = createVisitors('test:a-key-of-at-least-forty-three-letters-for-tests')('192.0.2.1')

onBothEngines('Somebody who comes', (openFresh) => {
  let engine: Engine
  let portal: Portal
  let clock: MovableClock

  before(async () => {
    engine = await openFresh()
  })
  beforeEach(async () => {
    await fillSmallCountry(engine, [HERE, THERE, FAR])
    clock = aClockAt(MONDAY)
    portal = await openTestPortal(engine, clock)
  })

  async function booked(startTick = TEN, officeId = 'here', people = 1) {
    const held = await holdTime(portal, {
      ...{ idempotencyKey: randomUUID(), replaces: null, changes: null, officeId, startTick },
      people: Array.from({ length: people }, () => aPerson({ needs: ['accessible'] })),
    })
    assert.ok(held.ok, JSON.stringify(held))
    const { contact } = aSavedContact({ messageLanguage: 'nn' })
    const names = Array.from({ length: people }, (_, index) => `${contact.name} ${index + 1}`)
    await saveContact(portal, held.secret, { contact, names, booker: null })
    assert.deepEqual(await confirmAppointment(portal, held.secret), { ok: true })
    const appointment = await findAppointment(portal, held.secret)
    assert.ok(appointment?.checkInCode && appointment.reference)
    return { ...appointment, secret: held.secret, code: appointment.checkInCode }
  }

  function wanted(some: Partial<WantedTicket> = {}): WantedTicket {
    return {
      ...{ officeId: 'here', service: 'passport', language: 'nb', needs: [], people: 1, key: randomUUID() },
      ...some,
    }
  }

  const withCode = (code: string, officeId = 'here') => checkIn(portal, { officeId, shown: { code } })

  async function rows(table: 'tickets' | 'queueEvents' | 'auditWaiting'): Promise<number> {
    const [row] = await engine.read.select({ number: count() }).from(engine.tables[table])
    return row?.number ?? 0
  }

  test('with an appointment they get one ticket for it, however often they say that they are there', async () => {
    const { code } = await booked()
    clock.moveTo(TUESDAY_TEN)
    const answers = await Promise.all([withCode(code), withCode(code), withCode(code)])
    assert.equal(new Set(answers.map((answer) => answer.ok && answer.secret)).size, 1)
    const again = await withCode(code)
    assert.ok(again.ok && again.isAgain)
    assert.deepEqual([await rows('tickets'), await rows('queueEvents')], [1, 1])
    const handed = await ticketOfSecret(portal, again.secret)
    const { label, ticket } = handed ?? assert.fail('the link opens no ticket')
    assert.deepEqual(
      [label, ticket.startTick, ticket.language, ticket.needs, ticket.people],
      ['A1', TEN, 'nn', ['wheelchair'], 1],
    )
  })

  test('each reason not to be checked in has its answer', async () => {
    const { code } = await booked()
    const reasonAt = async (moment: string, officeId = 'here') => {
      clock.moveTo(moment)
      const answer = await withCode(code, officeId)
      return answer.ok ? 'in' : answer.reason
    }
    assert.equal(await reasonAt('2026-11-23T09:00:00Z'), 'other-day')
    assert.equal(await reasonAt('2026-11-24T07:59:00Z'), 'too-early')
    assert.equal(await reasonAt('2026-11-24T09:31:00Z'), 'too-late')
    assert.equal(await reasonAt(TUESDAY_TEN, 'there'), 'other-office')
    assert.equal(await reasonAt('2026-11-25T09:00:00Z'), 'other-day')
    assert.equal(await rows('tickets'), 0)

    clock.moveTo(MONDAY)
    const other = await booked(TEN + 6)
    await cancelAppointment(portal, other.secret)
    clock.moveTo(TUESDAY_TEN)
    assert.deepEqual(await withCode(other.code), { ok: false, reason: 'cancelled' })
    assert.deepEqual(await withCode('K7M4PX9T'), { ok: false, reason: 'unknown-code' })

    const arrived = await withCode(code)
    assert.ok(arrived.ok)
    await engine.write((tx) => updateTicket(tx, engine.tables, arrived.ticketId, { status: 'no-show' }))
    assert.deepEqual(await withCode(code), { ok: false, reason: 'visit-over' })
  })

  test('their own page says from when on they can say that they are there, and where to wait', async () => {
    const appointment = await booked()
    assert.equal(await checkInState(portal, appointment), null)
    clock.moveTo('2026-11-24T07:00:00Z')
    const opensAt = TEN * 300 - 3600
    assert.deepEqual(await checkInState(portal, appointment), { at: 'later', opensAt })
    clock.moveTo(TUESDAY_TEN)
    assert.deepEqual(await checkInState(portal, appointment), { at: 'now' })
    const arrived = await withCode(appointment.code)
    assert.ok(arrived.ok)
    assert.deepEqual(await checkInState(portal, appointment), { at: 'done', secret: arrived.secret })
  })

  test('the visit of a family that was split is over when all of them are served', async () => {
    const appointment = await booked(TEN, 'here', 2)
    clock.moveTo(TUESDAY_TEN)
    const first = await withCode(appointment.code)
    assert.ok(first.ok)
    const [, other = 0] = await changeQueue(portal, 'here', async (queue) => {
      const counter = aCounter({ id: 1, officeId: 'here' })
      const called = queue.tickets.map((ticket) => ({ ...ticket, status: 'called' as const, counterId: 1 }))
      const decision = split({ ...queue, tickets: called }, counter, 1)
      assert.ok(decision.ok)
      return [first.ticketId, ...(await queue.save(decision)).added]
    })
    const ends = (id: number) =>
      engine.write((tx) => updateTicket(tx, engine.tables, id, { status: 'finished' }))
    await ends(first.ticketId)
    const again = await withCode(appointment.code)
    assert.ok(again.ok && again.isAgain)
    assert.equal(again.ticketId, other)
    assert.deepEqual(await checkInState(portal, appointment), { at: 'done', secret: again.secret })
    await ends(other)
    assert.deepEqual(await withCode(appointment.code), { ok: false, reason: 'visit-over' })
    assert.equal(await checkInState(portal, appointment), null)
  })

  test('a double click is one ticket, and forty at once have forty numbers', async () => {
    clock.moveTo(TUESDAY_TEN)
    const key = randomUUID()
    const twice = await Promise.all([
      takeTicket(portal, wanted({ key })),
      takeTicket(portal, wanted({ key })),
    ])
    assert.deepEqual(twice[0], twice[1])
    assert.ok(twice[0].ok)
    await Promise.all(Array.from({ length: 39 }, () => takeTicket(portal, wanted())))
    const numbers = await engine.read
      .select({ number: engine.tables.tickets.number })
      .from(engine.tables.tickets)
    assert.deepEqual(
      numbers.map(({ number }) => number).sort((a, b) => a - b),
      Array.from({ length: 40 }, (_, index) => index + 1),
    )
  })

  test('what somebody said to the guide stands on their ticket and in no event; that of an appointment stays with it', async () => {
    const said = 'theft_now.over_stolen.everyday_circumstances.traces'
    const { code, id } = await booked()
    await engine.write((tx) => updateAppointment(tx, engine.tables, id, { said }))
    clock.moveTo(TUESDAY_TEN)
    const checkedIn = await withCode(code)
    const given = await takeTicket(portal, wanted({ said }))
    assert.ok(checkedIn.ok && given.ok)
    const saidOf = async (secret: string) => (await ticketOfSecret(portal, secret))?.ticket.said
    assert.deepEqual([await saidOf(given.secret), await saidOf(checkedIn.secret)], [said, null])
    const events = await engine.read.select().from(engine.tables.queueEvents)
    assert.equal(events.length, 2)
    assert.doesNotMatch(JSON.stringify(events), /theft|stolen/)
  })

  test('an office that is closed gives no ticket, says when it opens, and knows a time instead', async () => {
    clock.moveTo('2026-11-24T16:00:00Z')
    assert.deepEqual(await takeTicket(portal, wanted()), { ok: false, reason: 'closed' })
    assert.equal(nextOpening(portal, 'here'), tickOf('2026-11-25T09:00'))
    const { here, nearby } = await timesInstead(portal, 'here')
    assert.deepEqual([here?.tick, nearby], [tickOf('2026-11-25T09:00'), null])
  })

  test('a time nearby is offered when it is earlier than those here, and none that is far', async () => {
    clock.moveTo('2026-11-24T08:00:00Z')
    const { here } = await timesInstead(portal, 'here')
    assert.ok(here)
    for (let taken = 0; taken < 2; taken += 1) await booked(here.tick)
    const instead = await timesInstead(portal, 'here')
    assert.ok(instead.here && instead.here.tick > here.tick)
    assert.deepEqual([instead.nearby?.officeId, instead.nearby?.tick], ['there', here.tick])
  })

  test('too many tickets from one address are refused with how long to wait, and the same click is not counted', async () => {
    clock.moveTo(TUESDAY_TEN)
    portal = withLimit('limit-tickets', '2')
    const first = wanted()
    for (const one of [first, first, wanted()]) assert.ok((await takeTicket(portal, one, { visitor })).ok)
    const refused = await takeTicket(portal, wanted(), { visitor })
    assert.ok(!refused.ok && refused.reason === 'too-many' && refused.retryAfterSeconds > 0)
    assert.equal(await rows('tickets'), 2)
    assert.ok((await takeTicket(portal, wanted())).ok, 'at a counter nothing is counted')
  })

  test('Threat 5: a thousand guessed codes check nobody in', async () => {
    await booked()
    clock.moveTo(TUESDAY_TEN)
    for (let guess = 0; guess < 1000; guess += 1) {
      const answer = await withCode(clearCode(CHECK_IN_LETTERS, (length) => randomBytes(length)))
      assert.deepEqual(answer, { ok: false, reason: 'unknown-code' })
    }
    assert.equal(await rows('tickets'), 0)
  })

  test('staff receive people within their scope, by code or reference; both are written down', async () => {
    const { code, reference } = await booked()
    const other = await booked(TEN, 'there')
    clock.moveTo(TUESDAY_TEN)
    const [us, them] = [staffAt('here'), staffAt('far')]
    assert.deepEqual(await checkInFor(portal, them, { officeId: 'far', typed: reference ?? '' }), {
      ...{ ok: false, reason: 'unknown-code' },
    })
    assert.deepEqual(await checkInFor(portal, them, { officeId: 'here', typed: code }), {
      ...{ ok: false, reason: 'unknown-code' },
    })
    assert.deepEqual(await takeTicketFor(portal, them, wanted()), { ok: false, reason: 'unknown-office' })
    assert.deepEqual(await checkInFor(portal, us, { officeId: 'here', typed: other.reference ?? '' }), {
      ...{ ok: false, reason: 'unknown-code' },
    })
    const written = await rows('auditWaiting')
    const typed = (reference ?? '').toLowerCase().replace(/(...)/g, '$1 ')
    const arrived = await checkInFor(portal, us, { officeId: 'here', typed })
    assert.ok(arrived.ok && !arrived.isAgain)
    assert.ok((await takeTicketFor(portal, us, wanted())).ok)
    assert.equal(await rows('auditWaiting'), written + 2)
    assert.ok((await checkInFor(portal, us, { officeId: 'here', typed: code })).ok)
    assert.equal(await rows('auditWaiting'), written + 2, 'what changes nothing is not written down')
  })

  test('a check-in and a change of the queue at the same moment are both there', async () => {
    const { code } = await booked()
    clock.moveTo(TUESDAY_TEN)
    const [arrived, waiting] = await Promise.all([
      withCode(code),
      changeQueue(portal, 'here', async ({ tickets }) => tickets.length),
      takeTicket(portal, wanted()),
    ])
    assert.ok(arrived.ok && waiting <= 1)
    assert.equal(await rows('tickets'), 2)
  })

  function withLimit(attribute: string, value: string): Portal {
    const rules = portal.catalogue.rules.map((rule) =>
      rule.attribute === attribute && rule.appliesTo === 'address' ? { ...rule, value } : rule,
    )
    return { ...portal, catalogue: { ...portal.catalogue, rules } }
  }

  function staffAt(office: string): Acting {
    const scope: Scope = { kind: 'units', offices: [office], districts: [] }
    return {
      member: { id: 7, name: 'Staff', isActive: true, grants: [{ role: 'counter', unit: office }] },
      scope,
    }
  }
})
