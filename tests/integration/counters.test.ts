import assert from 'node:assert/strict'
import test, { before, beforeEach } from 'node:test'
import fc from 'fast-check'
import type { CounterCommand } from '#app/domain/queue/counter-command.ts'
import { ticketAt } from '#app/domain/queue/decision.ts'
import type { Grant } from '#app/domain/identity/role.ts'
import type { QueueService, Ticket } from '#app/domain/queue/ticket.ts'
import { scopeOf } from '#app/domain/identity/permission.ts'
import { undoAtCounter } from '#app/use-cases/act-at-counter.server.ts'
import { checkIn } from '#app/use-cases/check-in.server.ts'
import { commandCounter } from '#app/use-cases/command-counter.server.ts'
import { confirmAppointment } from '#app/use-cases/confirm-appointment.server.ts'
import { counterPreferences } from '#app/use-cases/counter-preferences.server.ts'
import { counterScreen, mannedCounters, whereAtCounter } from '#app/use-cases/counter-screen.server.ts'
import { findAppointment } from '#app/use-cases/find-appointment.server.ts'
import { holdTime } from '#app/use-cases/hold-time.server.ts'
import type { Acting } from '#app/use-cases/office-day.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { queueToChange } from '#app/use-cases/queue-state.server.ts'
import { saveContact } from '#app/use-cases/save-contact.server.ts'
import { servedAppointment } from '#app/use-cases/served-people.server.ts'
import { takeTicket } from '#app/use-cases/take-ticket.server.ts'
import type { Engine } from '#db/engine.ts'
import { insertGrant, insertStaff } from '#db/queries/staff.ts'
import { ticketsOfDay } from '#db/queries/tickets.ts'
import { onBothEngines } from '#tests/support/both-engines.ts'
import { aContact, aPerson, tickOf } from '#tests/support/builders.ts'
import { anyCommand } from '#tests/support/counter-commands.ts'
import { aClockAt, type MovableClock } from '#tests/support/movable-clock.ts'
import { fillSmallCountry, openTestPortal } from '#tests/support/small-country.ts'

const HERE = 'here'
const DAY = '2026-11-24'

onBothEngines('A counter', (openFresh) => {
  let engine: Engine
  let portal: Portal
  let clock: MovableClock
  let made = 0
  let ids: number[] = []

  before(async () => {
    engine = await openFresh()
  })
  beforeEach(async () => {
    await fillSmallCountry(engine, [
      { id: HERE, counters: 3 },
      { id: 'far', districtId: 'finnmark' },
    ])
    clock = aClockAt('2026-11-24T09:00:00Z')
    portal = await openTestPortal(engine, clock)
    ids = portal.catalogue.resourcesOf(HERE).map(({ id }) => id)
  })

  async function staff(name: string, grant: Grant = { role: 'counter', unit: HERE }): Promise<Acting> {
    const id = await engine.write(async (tx) => {
      const staffId = await insertStaff(tx, engine.tables, { subject: `${name}-${(made += 1)}`, name })
      await insertGrant(tx, engine.tables, staffId, grant)
      return staffId
    })
    const scope = scopeOf([grant], 'serve-queue')
    assert.ok(scope)
    return { member: { id, name, isActive: true, grants: [grant] }, scope }
  }

  async function arrives(service: QueueService = 'passport', people = 1): Promise<number> {
    const given = await takeTicket(portal, {
      ...{ key: `counters-${(made += 1)}`, officeId: HERE, service, people, language: 'nb', needs: [] },
    })
    assert.ok(given.ok)
    return given.ticketId
  }

  async function does(acting: Acting, counterId: number, command: CounterCommand) {
    const { tickets } = await queueToChange(engine.read, portal, HERE)
    const seen = ticketAt(tickets, counterId)
    return commandCounter(portal, acting, { officeId: HERE, counterId, seen, command })
  }

  /** A member of staff at a counter that takes passports and what was lost. */
  async function atCounter(name: string, counterId: number): Promise<Acting> {
    const acting = await staff(name)
    const open = { do: 'open', services: ['passport', 'report'], isTakenOver: false } as const
    assert.equal((await does(acting, counterId, { ...open, services: [...open.services] })).ok, true)
    return acting
  }

  async function ticket(id: number): Promise<Ticket> {
    const found = (await ticketsOfDay(engine.read, engine.tables, { officeId: HERE, day: DAY })).find(
      (one) => one.id === id,
    )
    assert.ok(found)
    return found
  }

  test('is found again by who opened it, and what it took is remembered after it was closed', async () => {
    const [first = 0, second = 0] = ids
    const tuva = await atCounter('Tuva', first)
    assert.deepEqual(await whereAtCounter(portal, tuva), { officeId: HERE, counterId: first })
    await does(tuva, second, { do: 'open', services: ['report'], isTakenOver: false })
    assert.deepEqual(await whereAtCounter(portal, tuva), { officeId: HERE, counterId: second })
    await does(tuva, second, { do: 'close' })
    assert.equal(await whereAtCounter(portal, tuva), null)
    const { counterId, services } = await counterPreferences(portal, tuva.member.id)
    assert.deepEqual({ counterId, services }, { counterId: second, services: ['report'] })
  })

  test('calls, serves and calls the next; undoing gives both back', async () => {
    const [counter = 0] = ids
    const tuva = await atCounter('Tuva', counter)
    const [a, b] = [await arrives(), await arrives()]
    await does(tuva, counter, { do: 'next' })
    await does(tuva, counter, { do: 'start' })
    const before = [await ticket(a), await ticket(b)]
    await does(tuva, counter, { do: 'next' })
    assert.deepEqual([(await ticket(a)).status, (await ticket(b)).status], ['finished', 'called'])
    const undone = await undoAtCounter(portal, tuva, { officeId: HERE, counterId: counter })
    assert.deepEqual(undone.ok && undone.undone?.kind, 'finish-and-call')
    const same = ({ revision: _revision, ...rest }: Ticket) => rest
    assert.deepEqual([await ticket(a), await ticket(b)].map(same), before.map(same))
  })

  test('has overtaken nobody with a call that is undone', async () => {
    const [counter = 0] = ids
    const tuva = await atCounter('Tuva', counter)
    const first = await arrives()
    clock.forward({ minutes: 1 })
    const second = await arrives()
    await does(tuva, counter, { do: 'call', ticketId: second })
    assert.equal((await ticket(first)).overtaken, 1)
    await undoAtCounter(portal, tuva, { officeId: HERE, counterId: counter })
    assert.equal((await ticket(first)).overtaken, 0)
  })

  test('is undone by who did it, once, and not after another has acted on it', async () => {
    const [first = 0, second = 0] = ids
    const [tuva, berit] = [await atCounter('Tuva', first), await atCounter('Berit', second)]
    const a = await arrives()
    await does(tuva, first, { do: 'next' })
    await does(tuva, first, { do: 'transfer', to: { kind: 'counter', counterId: second }, note: 'see this' })
    const { last } = await counterScreen(portal, tuva, { officeId: HERE, counterId: first })
    assert.equal(last?.done.kind, 'transfer')
    await does(berit, second, { do: 'next' })
    assert.equal((await counterScreen(portal, tuva, { officeId: HERE, counterId: first })).last, null)
    const at = { officeId: HERE, counterId: first }
    assert.deepEqual(await undoAtCounter(portal, tuva, at), { ok: false, reason: 'cannot-undo' })
    assert.equal((await undoAtCounter(portal, berit, { officeId: HERE, counterId: second })).ok, true)
    assert.deepEqual([(await ticket(a)).status, (await ticket(a)).note], ['waiting', 'see this'])
    const other = { officeId: HERE, counterId: second, actionId: last?.id }
    assert.deepEqual(await undoAtCounter(portal, berit, other), { ok: false, reason: 'cannot-undo' })
  })

  test('tells the one before that a colleague has taken over, and leaves what they did to them', async () => {
    const [counter = 0] = ids
    const tuva = await atCounter('Tuva', counter)
    await arrives()
    await does(tuva, counter, { do: 'next' })
    const berit = await staff('Berit')
    const open = { do: 'open', services: ['passport' as const], isTakenOver: false } as const
    const wanted = { ...open, services: [...open.services] }
    assert.deepEqual(await does(berit, counter, wanted), { ok: false, reason: 'counter-taken' })
    assert.equal((await does(berit, counter, { ...wanted, isTakenOver: true })).ok, true)
    assert.deepEqual(await does(tuva, counter, { do: 'start' }), { ok: false, reason: 'counter-taken' })
    const at = { officeId: HERE, counterId: counter }
    assert.deepEqual(await undoAtCounter(portal, tuva, at), { ok: false, reason: 'counter-taken' })
    assert.deepEqual(await undoAtCounter(portal, berit, at), { ok: false, reason: 'cannot-undo' })
    assert.equal(await whereAtCounter(portal, tuva), null)
  })

  test('splits a family and tells the new number; undoing takes the new ticket back', async () => {
    const [counter = 0] = ids
    const tuva = await atCounter('Tuva', counter)
    const family = await arrives('passport', 4)
    await does(tuva, counter, { do: 'next' })
    await does(tuva, counter, { do: 'split', people: 3 })
    const all = () => ticketsOfDay(engine.read, engine.tables, { officeId: HERE, day: DAY })
    assert.deepEqual(
      (await all()).map(({ people, number, splitFromId }) => [people, number, splitFromId]),
      [
        [1, 1, null],
        [3, 2, family],
      ],
    )
    const told = { kind: 'split', labels: ['A1', 'A2'] }
    const { last } = await counterScreen(portal, tuva, { officeId: HERE, counterId: counter })
    assert.deepEqual(last?.done, told)
    const undone = await undoAtCounter(portal, tuva, { officeId: HERE, counterId: counter })
    assert.deepEqual(undone.ok && undone.undone, told)
    assert.deepEqual(
      (await all()).map(({ people }) => people),
      [4],
    )
  })

  test('takes up who was not there, and not who was there on another day', async () => {
    const [counter = 0] = ids
    const tuva = await atCounter('Tuva', counter)
    const a = await arrives()
    await does(tuva, counter, { do: 'next' })
    await does(tuva, counter, { do: 'no-show' })
    assert.equal((await does(tuva, counter, { do: 'take-up', ticketId: a })).ok, true)
    assert.equal((await ticket(a)).status, 'waiting')
    await does(tuva, counter, { do: 'next' })
    await does(tuva, counter, { do: 'finish', outcome: 'solved' })
    clock.forward({ hours: 24 })
    const late = await does(tuva, counter, { do: 'take-up', ticketId: a })
    assert.deepEqual(late, { ok: false, reason: 'not-waiting' })
  })

  test('of another office is as if it were not there', async () => {
    const [counter = 0] = ids
    const nils = await staff('Nils', { role: 'counter', unit: 'far' })
    await arrives()
    const open = await does(nils, counter, { do: 'open', services: ['passport'], isTakenOver: false })
    assert.deepEqual(open, { ok: false, reason: 'unknown-counter' })
    assert.deepEqual(await mannedCounters(portal, nils, HERE), [])
    const undone = await undoAtCounter(portal, nils, { officeId: HERE, counterId: counter })
    assert.deepEqual(undone, { ok: false, reason: 'unknown-counter' })
    const tuva = await atCounter('Tuva', counter)
    assert.equal(await whereAtCounter(portal, { ...tuva, scope: nils.scope }), null)
  })

  test('shows who an appointment is for to the one who serves them, audited once for each serving', async () => {
    const [counter = 0, second = 0] = ids
    const tuva = await atCounter('Tuva', counter)
    const held = await holdTime(portal, {
      ...{ idempotencyKey: `counters-${(made += 1)}`, replaces: null, changes: null, officeId: HERE },
      ...{ startTick: tickOf('2026-11-24T11:00'), people: [aPerson()], personKey: null },
    })
    assert.ok(held.ok)
    const contact = aContact({ email: `counters-${made}@example.org` })
    await saveContact(portal, held.secret, { contact, names: ['Kari Nordmann'], booker: null })
    await confirmAppointment(portal, held.secret)
    const code = (await findAppointment(portal, held.secret))?.checkInCode ?? ''
    clock.forward({ minutes: 55 })
    assert.ok((await checkIn(portal, { officeId: HERE, shown: { code } })).ok)
    const shown = async (acting: Acting, counterId: number) => {
      const { counters, tickets } = await queueToChange(engine.read, portal, HERE)
      const [own] = counters.filter(({ id }) => id === counterId)
      const here = ticketAt(tickets, counterId)
      return own && here && (await servedAppointment(portal, acting, { counter: own, ticket: here }))
    }
    const audited = async () =>
      (await engine.read.select().from(engine.tables.auditWaiting)).filter(
        ({ action }) => action === 'appointment-served',
      ).length

    assert.equal((await does(tuva, counter, { do: 'next' })).ok, true)
    assert.equal(await shown(tuva, counter), null)
    await does(tuva, counter, { do: 'start' })
    assert.equal((await shown(tuva, counter))?.people[0]?.name, 'Kari Nordmann')
    await Promise.all([shown(tuva, counter), shown(tuva, counter)])
    assert.equal(await audited(), 1)
    const berit = await atCounter('Berit', second)
    assert.equal(await shown(berit, counter), null)
    await does(berit, counter, { do: 'open', services: ['passport'], isTakenOver: true })
    assert.equal((await shown(berit, counter))?.people[0]?.name, 'Kari Nordmann')
    assert.equal(await shown(tuva, counter), null)
    assert.equal(await audited(), 2)
  })

  test('undoes whatever was done last, whatever it was', async () => {
    let undone = 0
    await fc.assert(
      fc.asyncProperty(fc.array(anyCommand(ids), { minLength: 6, maxLength: 14 }), async (commands) => {
        await engine.write((tx) => tx.delete(engine.tables.tickets))
        const [counter = 0] = ids
        const tuva = await staff('Tuva')
        await does(tuva, counter, { do: 'open', services: ['passport'], isTakenOver: true })
        for (const people of [1, 3, 2]) await arrives('passport', people)
        const all = async () =>
          (await ticketsOfDay(engine.read, engine.tables, { officeId: HERE, day: DAY })).map(
            ({ revision: _revision, overtaken: _overtaken, ...rest }) => rest,
          )
        const first = Math.min(...(await all()).map(({ id }) => id))
        for (const command of commands) {
          // At a counter that is closed nothing else can be done, and so nothing is undone.
          const { counters } = await queueToChange(engine.read, portal, HERE)
          if (counters.find(({ id }) => id === counter)?.status === 'closed')
            await does(tuva, counter, { do: 'open', services: ['passport'], isTakenOver: true })
          const about = 'ticketId' in command ? { ticketId: first + (command.ticketId % 3) } : {}
          const before = await all()
          const done = await does(tuva, counter, { ...command, ...about })
          const changed = await all()
          if (!done.ok || JSON.stringify(before) === JSON.stringify(changed)) continue
          const back = await undoAtCounter(portal, tuva, { officeId: HERE, counterId: counter })
          assert.deepEqual(back.ok, true, command.do)
          assert.deepEqual(await all(), before, command.do)
          undone += 1
          await does(tuva, counter, { ...command, ...about })
        }
      }),
      { numRuns: 8 },
    )
    assert.ok(undone > 10, `only ${undone} were undone`)
  })
})
