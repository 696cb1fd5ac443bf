import assert from 'node:assert/strict'
import test, { beforeEach } from 'node:test'
import { eq } from 'drizzle-orm'
import { callAgain, callNext } from '#app/domain/queue/actions/call.ts'
import { finish } from '#app/domain/queue/actions/serve.ts'
import type { Decision, QueueState } from '#app/domain/queue/decision.ts'
import type { Counter } from '#app/domain/queue/ticket.ts'
import type { Scope } from '#app/domain/identity/permission.ts'
import { actAtCounter } from '#app/use-cases/act-at-counter.server.ts'
import { announceDelay } from '#app/use-cases/announce-delay.server.ts'
import { confirmAppointment } from '#app/use-cases/confirm-appointment.server.ts'
import { endQueueDays } from '#app/use-cases/end-queue-days.server.ts'
import { eraseOld } from '#app/use-cases/erase-old.server.ts'
import { holdTime } from '#app/use-cases/hold-time.server.ts'
import { learnQueueDays } from '#app/use-cases/learn-queue-days.server.ts'
import { managedOffice } from '#app/use-cases/office-overview.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { changeOrder, queueOrder, takeBackOrder, tryOrder } from '#app/use-cases/queue-order.server.ts'
import { queueState } from '#app/use-cases/queue-state.server.ts'
import { queueWait } from '#app/use-cases/queue-waits.server.ts'
import { saveContact } from '#app/use-cases/save-contact.server.ts'
import { takeTicket } from '#app/use-cases/take-ticket.server.ts'
import type { Engine } from '#db/engine.ts'
import { queueFiguresOf } from '#db/queries/queue-figures.ts'
import { newestRetentionRuns } from '#db/queries/retention-runs.ts'
import { toldWaitsOf, waitHitsOf } from '#db/queries/told-waits.ts'
import { onBothEngines } from '#tests/support/both-engines.ts'
import { aContact, aPerson, tickOf } from '#tests/support/builders.ts'
import { aClockAt, type MovableClock } from '#tests/support/movable-clock.ts'
import { openCounters } from '#tests/support/queue-office.ts'
import { fillSmallCountry, openTestPortal } from '#tests/support/small-country.ts'

const TEN = '2026-11-24T09:00:00Z'
const TODAY = '2026-11-24'
const OFFICE = 'sandvika'
const EVERYWHERE: Scope = { kind: 'country' }
const ELSEWHERE: Scope = { kind: 'units', offices: ['tromso'], districts: [] }

onBothEngines('The days of a queue', (openFresh) => {
  let engine: Engine
  let portal: Portal
  let clock: MovableClock
  let counterId: number
  let taken = 0

  beforeEach(async () => {
    engine ??= await openFresh()
    await fillSmallCountry(engine, [{ id: OFFICE, counters: 2 }, { id: 'tromso' }])
    clock = aClockAt(TEN)
    portal = await openTestPortal(engine, clock)
    const [id = 0] = await openCounters(portal, OFFICE, { count: 1 })
    counterId = id
  })

  const member = { id: 1, name: 'Berit', isActive: true, grants: [] }
  const acting = { member, scope: EVERYWHERE }

  async function arrives(): Promise<number> {
    const given = await takeTicket(portal, {
      ...{ key: `waits ${(taken += 1)}`, officeId: OFFICE, service: 'passport', language: 'nb', needs: [] },
      people: 1,
    })
    assert.ok(given.ok)
    return given.ticketId
  }

  /** An appointment of somebody who can be reached by e-mail; answers its id. */
  async function booked(at: string): Promise<number> {
    const held = await holdTime(portal, {
      ...{ idempotencyKey: `waits ${(taken += 1)}`, replaces: null, changes: null, personKey: null },
      ...{ officeId: OFFICE, startTick: tickOf(at), people: [aPerson()] },
    })
    assert.ok(held.ok)
    await saveContact(portal, held.secret, {
      ...{ contact: aContact({ email: `kari${taken}@example.org` }), names: ['Kari'], booker: null },
    })
    assert.deepEqual(await confirmAppointment(portal, held.secret), { ok: true })
    const [row] = await engine.read
      .select({ id: engine.tables.appointments.id })
      .from(engine.tables.appointments)
      .where(eq(engine.tables.appointments.startTick, tickOf(at)))
    return row?.id ?? 0
  }

  function acts(decide: (state: QueueState, counter: Counter) => Decision) {
    return actAtCounter(portal, acting, { officeId: OFFICE, counterId, kind: 'call' }, decide)
  }

  /** One after the other is called and served for so many minutes. */
  async function serve(minutes: readonly number[]): Promise<void> {
    for (const length of minutes) {
      assert.ok((await acts(callNext)).ok)
      clock.forward({ minutes: length })
      assert.ok((await acts((state, counter) => finish(state, counter, 'solved'))).ok)
    }
  }

  const rowsOf = async (table: 'tickets' | 'ticketPredictions' | 'queueActions' | 'messages') =>
    engine.read.select().from(engine.tables[table])

  test('a restart in the middle of the day changes nothing: who waits, who is served, in which order', async () => {
    for (let count = 0; count < 3; count += 1) await arrives()
    assert.ok((await acts(callNext)).ok)
    const before = await queueState(engine.read, portal, OFFICE)
    const anew = await openTestPortal(engine, clock)
    const { tickets, counters, rules } = await queueState(engine.read, anew, OFFICE)
    assert.deepEqual({ tickets, counters, rules }, { ...pick(before) })
  })

  test('whoever is left at midnight is closed with a reason, notes and undoing are forgotten, numbers start anew', async () => {
    const first = await arrives()
    await arrives()
    assert.ok((await acts(callNext)).ok)
    await engine.write((tx) =>
      tx.update(engine.tables.tickets).set({ note: 'Har med barn', said: 'theft_now.over_stolen.vehicle' }),
    )
    assert.equal(await endQueueDays(portal), 0, 'the day is not over')
    assert.equal((await rowsOf('queueActions')).length, 1)

    clock.moveTo('2026-11-24T23:05:00Z')
    assert.equal(await endQueueDays(portal), 2)
    assert.equal(await endQueueDays(portal), 0, 'done twice it is done once')
    const tickets = await engine.read.select().from(engine.tables.tickets)
    assert.deepEqual(
      tickets.map(({ status, note, said }) => [status, note, said]),
      [
        ['closed', null, null],
        ['closed', null, null],
      ],
    )
    assert.deepEqual(await rowsOf('queueActions'), [])
    const events = await engine.read
      .select()
      .from(engine.tables.queueEvents)
      .where(eq(engine.tables.queueEvents.ticketId, first))
    assert.deepEqual(events.map(({ kind, day, detail }) => [kind, day, detail]).at(-1), [
      'closed',
      TODAY,
      'day-over',
    ])
    const state = await queueState(engine.read, portal, OFFICE)
    assert.deepEqual(
      state.counters.map(({ status }) => status),
      ['closed', 'closed'],
    )
    clock.moveTo('2026-11-25T09:00:00Z')
    const [next] = await engine.read
      .select()
      .from(engine.tables.tickets)
      .where(eq(engine.tables.tickets.id, await arrives()))
    assert.equal(next?.number, 1)
  })

  test('a wait ends with the first call, whatever comes after it', async () => {
    await arrives()
    clock.forward({ minutes: 3 })
    assert.ok((await acts(callNext)).ok)
    clock.forward({ minutes: 10 })
    assert.ok((await acts(callAgain)).ok)
    const told = await toldWaitsOf(engine.read, engine.tables, { officeId: OFFICE, day: TODAY })
    assert.deepEqual(
      told.map(({ seconds }) => seconds),
      [180],
    )
  })

  test('what was told at arrival is kept, compared with the wait that came, and learnt from', async () => {
    for (let count = 0; count < 4; count += 1) await arrives()
    assert.equal((await rowsOf('ticketPredictions')).length, 4)
    await serve([20, 20, 20, 20])
    const { hits } = await managedOffice(portal, OFFICE)
    assert.deepEqual(
      hits.map(({ monday, told }) => [monday, told]),
      [['2026-11-23', 4]],
    )
    assert.equal(await learnQueueDays(portal), 0, 'today is not over')
    clock.moveTo('2026-11-25T07:00:00Z')
    assert.equal(await learnQueueDays(portal), 1)
    assert.equal(await learnQueueDays(portal), 0)
    const learnt = await queueFiguresOf(engine.read, engine.tables, OFFICE)
    assert.equal(learnt?.throughDay, TODAY)
    assert.equal(
      learnt.figures.times.reduce((sum, { sums }) => sum + sums.count, 0),
      4,
    )
    const counted = { officeId: OFFICE, from: TODAY, to: '2026-11-25' }
    assert.deepEqual(
      (await waitHitsOf(engine.read, engine.tables, counted)).map(({ told }) => told),
      [4],
    )
    assert.deepEqual(await rowsOf('ticketPredictions'), [])
  })

  test('where cases take longer than the rules say, longer waits are told within the same day', async () => {
    const told = async () => {
      for (let count = 0; count < 5; count += 1) await arrives()
      return (await queueWait(portal, { officeId: OFFICE, service: 'passport' })).wait?.half.to ?? 0
    }
    const first = await told()
    await serve([25, 25, 25, 25, 25])
    clock.forward({ minutes: 1 })
    const later = await told()
    assert.ok(later > first, `${first}, then ${later}`)
  })

  test('an order is tried on a day that was without changing anything, is set with an audit, and taken back', async () => {
    for (let count = 0; count < 3; count += 1) await arrives()
    await serve([10, 10, 10])
    clock.moveTo('2026-11-25T09:00:00Z')
    const { now, days, before } = await queueOrder(portal, OFFICE)
    assert.deepEqual([days, before], [[TODAY], null])
    const order = { ...now, longestWaitMinutes: 15 }
    const tried = await tryOrder(portal, { officeId: OFFICE, day: TODAY, order })
    assert.deepEqual(
      tried.map(({ kind, people, before }) => [kind, people, before.longest]),
      [
        ['appointment', 0, null],
        ['walk-in', 3, 20],
        ['needs-help', 0, null],
      ],
    )
    assert.equal((await queueOrder(portal, OFFICE)).before, null)

    assert.equal(await changeOrder(portal, { member, scope: ELSEWHERE }, { officeId: OFFICE, order }), false)
    assert.equal(await changeOrder(portal, acting, { officeId: OFFICE, order }), true)
    assert.deepEqual((await queueState(engine.read, portal, OFFICE)).rules.order, order)
    assert.equal(await takeBackOrder(portal, acting, OFFICE), true)
    assert.deepEqual((await queueState(engine.read, portal, OFFICE)).rules.order, now)
    const { auditWaiting } = engine.tables
    const noted = await engine.read.select().from(auditWaiting).where(eq(auditWaiting.action, 'rule-changed'))
    assert.deepEqual(
      noted.map(({ scope }) => scope),
      [OFFICE, OFFICE],
    )
  })

  test('a delay is told to those with an appointment later today, once, and its end to those who were told', async () => {
    clock.moveTo('2026-11-23T07:00:00Z')
    const later = await booked('2026-11-24T13:00')
    await booked('2026-11-24T09:00')
    await booked('2026-11-25T09:00')
    await engine.write((tx) => tx.delete(engine.tables.messages))
    clock.moveTo(TEN)
    const announce = (minutes: number, scope: Scope = EVERYWHERE) =>
      announceDelay(portal, { scope }, { officeId: OFFICE, minutes })
    assert.equal(await announce(20, ELSEWHERE), null)
    assert.equal(await announce(20), 1)
    assert.equal(await announce(20), 0, 'pressed twice')
    const told = await engine.read.select().from(engine.tables.messages)
    assert.deepEqual(
      told.map(({ appointmentId, kind }) => [appointmentId, kind]),
      [[later, 'delayed']],
    )
    assert.equal((await managedOffice(portal, OFFICE)).delayMinutes, 20)

    // Nobody has been told yet: nobody has to be told that it is over.
    clock.forward({ minutes: 1 })
    assert.equal(await announce(0), 0)
    clock.forward({ minutes: 1 })
    assert.equal(await announce(30), 1)
    await engine.write((tx) => tx.update(engine.tables.messages).set({ status: 'sent' }))
    clock.forward({ minutes: 1 })
    assert.equal(await announce(0), 1)
    const kinds = await engine.read.select().from(engine.tables.messages)
    assert.deepEqual(kinds.map(({ kind }) => kind).at(-1), 'delay-over')
  })

  test('tickets are deleted when their time is over; what happened stays, without a person in it', async () => {
    await arrives()
    await serve([10])
    clock.moveTo('2026-12-24T12:00:00Z')
    await eraseOld(portal)
    assert.equal((await rowsOf('tickets')).length, 1)
    clock.moveTo('2026-12-25T12:00:00Z')
    await eraseOld(portal)
    assert.deepEqual(await rowsOf('tickets'), [])
    const [run] = await newestRetentionRuns(engine.read, engine.tables, 1)
    assert.equal(run?.tickets, 1)
    const events = await engine.read.select().from(engine.tables.queueEvents)
    assert.deepEqual(
      events.map(({ kind }) => kind),
      ['arrived', 'called', 'finished'],
    )
  })
})

function pick({ tickets, counters, rules }: QueueState) {
  return { tickets, counters, rules }
}
