import assert from 'node:assert/strict'
import test, { before, beforeEach } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { callNext } from '#app/domain/queue/actions/call.ts'
import { change } from '#app/domain/queue/decision.ts'
import { actAtCounter } from '#app/use-cases/act-at-counter.server.ts'
import { changeOwnTicket } from '#app/use-cases/change-own-ticket.server.ts'
import { changeQueue } from '#app/use-cases/change-queue.server.ts'
import { findTicket } from '#app/use-cases/find-ticket.server.ts'
import { followQueues } from '#app/use-cases/follow-queues.server.ts'
import { isKnownLink } from '#app/use-cases/is-known-link.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { readQueuePicture, ticketIn, type QueuePicture } from '#app/use-cases/queue-picture.server.ts'
import { takeTicket } from '#app/use-cases/take-ticket.server.ts'
import type { Engine } from '#db/engine.ts'
import { queueEventsOf } from '#db/queries/queue-events.ts'
import { onBothEngines } from '#tests/support/both-engines.ts'
import { aClockAt, type MovableClock } from '#tests/support/movable-clock.ts'
import { fillSmallCountry, openTestPortal } from '#tests/support/small-country.ts'

const HERE = 'here'
const TEN = '2026-11-24T09:00:00Z'
const DAY = { from: '2026-11-24', to: '2026-11-25' }

onBothEngines('One’s own ticket', (openFresh) => {
  let engine: Engine
  let portal: Portal
  let clock: MovableClock
  let made = 0

  before(async () => {
    engine = await openFresh()
  })
  beforeEach(async () => {
    await fillSmallCountry(engine, [{ id: HERE, counters: 2 }, { id: 'there' }])
    clock = aClockAt(TEN)
    portal = await openTestPortal(engine, clock)
  })

  async function take(officeId = HERE): Promise<string> {
    const taken = await takeTicket(portal, {
      ...{ key: `tickets-test-${(made += 1)}`, officeId, service: 'passport', language: 'nb' },
      ...{ needs: [], people: 1 },
    })
    assert.ok(taken.ok)
    return taken.secret
  }

  async function factsOf(secret: string, at = portal) {
    const ticket = await findTicket(at, secret)
    assert.ok(ticket)
    const facts = ticketIn(await readQueuePicture(at, ticket.officeId, [ticket.id]), ticket.id)
    assert.ok(facts)
    return facts
  }

  async function openCounter(at: Portal): Promise<number> {
    return changeQueue(at, HERE, async (queue) => {
      const [counter] = queue.counters
      assert.ok(counter)
      const open = change({
        counters: [{ id: counter.id, set: { status: 'open', services: ['passport'], staffId: 1 } }],
      })
      assert.ok(open.ok)
      await queue.save(open)
      return counter.id
    })
  }

  async function callAt(at: Portal, counterId: number): Promise<void> {
    const member = { id: 1, subject: 'test', name: 'Test', isActive: true, grants: [] }
    const called = await actAtCounter(
      at,
      { member, scope: { kind: 'country' } },
      { officeId: HERE, counterId, kind: 'call' },
      callNext,
    )
    assert.ok(called.ok)
  }

  const eventsOf = async () =>
    (await queueEventsOf(engine.read, engine.tables, { officeId: HERE, ...DAY })).map(({ kind }) => kind)

  test('who is late keeps their place, lets others go first, and is called when they are here', async () => {
    const [first, second] = [await take(), await take()]
    assert.deepEqual(await changeOwnTicket(portal, first, { then: 'late', said: 0 }), { ok: true })
    assert.equal((await factsOf(first)).state, 'late')
    assert.equal((await factsOf(second)).place?.number, 1)
    clock.forward({ minutes: 10 })
    assert.equal((await factsOf(first)).place?.number, 1)
  })

  test('a form that is sent twenty times at once counts once', async () => {
    const secret = await take()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => changeOwnTicket(portal, secret, { then: 'late', said: 0 })),
    )
    assert.ok(answers.every(({ ok }) => ok))
    assert.equal((await findTicket(portal, secret))?.late, 1)
    assert.deepEqual(await eventsOf(), ['arrived', 'late'])
  })

  test('said as often as the rule lets it is refused, and changes nothing', async () => {
    const secret = await take()
    for (const said of [0, 1]) await changeOwnTicket(portal, secret, { then: 'late', said })
    const before = await findTicket(portal, secret)
    assert.deepEqual(await changeOwnTicket(portal, secret, { then: 'late', said: 2 }), {
      ...{ ok: false, reason: 'late-enough' },
    })
    assert.deepEqual(await findTicket(portal, secret), before)
  })

  test('who leaves may come back to the old place for some minutes, and not later', async () => {
    const [first, second] = [await take(), await take()]
    await changeOwnTicket(portal, first, { then: 'leave' })
    assert.equal((await factsOf(second)).place?.number, 1)
    assert.equal((await factsOf(first)).mayComeBack, true)
    clock.forward({ minutes: 3 })
    assert.deepEqual(await changeOwnTicket(portal, first, { then: 'back' }), { ok: true })
    assert.equal((await factsOf(first)).place?.number, 1)
    await changeOwnTicket(portal, first, { then: 'leave' })
    clock.forward({ minutes: 4 })
    assert.deepEqual(await changeOwnTicket(portal, first, { then: 'back' }), {
      ...{ ok: false, reason: 'cannot-undo' },
    })
    assert.deepEqual(await eventsOf(), ['arrived', 'arrived', 'left', 'undone', 'left'])
  })

  test('help that is asked for stands on the ticket until it is taken back', async () => {
    const secret = await take()
    await changeOwnTicket(portal, secret, { then: 'help', needs: ['interpreter'] })
    assert.deepEqual((await findTicket(portal, secret))?.needs, ['interpreter'])
    assert.equal((await factsOf(secret)).asksForHelp, true)
    await changeOwnTicket(portal, secret, { then: 'help', needs: [] })
    assert.equal((await factsOf(secret)).asksForHelp, false)
  })

  test('the ticket of yesterday is over and can no longer be changed', async () => {
    const secret = await take()
    clock.moveTo('2026-11-25T09:00:00Z')
    assert.equal((await factsOf(secret)).state, 'over')
    for (const action of [{ then: 'late', said: 0 }, { then: 'leave' }, { then: 'back' }] as const) {
      assert.deepEqual(await changeOwnTicket(portal, secret, action), { ok: false, reason: 'over' })
    }
  })

  test('Threat 5: the link of a ticket is known to the guard, and another opens nothing', async () => {
    const secret = await take()
    const { hashOf } = portal.links
    assert.equal(await isKnownLink(portal, hashOf(secret)), true)
    assert.equal(await isKnownLink(portal, hashOf('u'.repeat(22))), false)
    assert.deepEqual(await changeOwnTicket(portal, 'u'.repeat(22), { then: 'leave' }), {
      ...{ ok: false, reason: 'unknown-ticket' },
    })
  })

  test('a call of another process is shown soon, also to one whose visit then ends', async () => {
    const other = await openTestPortal(engine, clock)
    const secret = await take()
    const ticket = await findTicket(portal, secret)
    assert.ok(ticket)
    const counterId = await openCounter(other)
    let picture: QueuePicture | null = null
    const queues = followQueues(portal, (error) => assert.fail(String(error)))
    const stop = queues.follow(HERE, { ticketId: ticket.id, show: (shown) => (picture = shown) })
    const stateNow = () => (picture ? ticketIn(picture, ticket.id)?.state : undefined)
    const until = async (state: string) => {
      const began = performance.now()
      while (stateNow() !== state) {
        assert.ok(performance.now() - began < 30_000, `${state} did not come, it is ${stateNow()}`)
        await wait(5)
      }
    }
    await until('waiting')
    await callAt(other, counterId)
    await until('called')
    assert.equal(queues.isSure(HERE), true)
    await changeOwnTicket(other, secret, { then: 'leave' })
    await until('left')
    stop()
  })

  test('changes that come in a burst are read together', async () => {
    const secret = await take()
    const pictures = { shown: 0 }
    const began = performance.now()
    const queues = followQueues(portal, () => {})
    const stop = queues.follow(HERE, { ticketId: null, show: () => (pictures.shown += 1) })
    for (let count = 0; count < 30; count += 1) {
      const needs = count % 2 === 0 ? (['hearing'] as const) : []
      await changeOwnTicket(portal, secret, { then: 'help', needs: [...needs] })
    }
    while (pictures.shown < 2 && performance.now() - began < 30_000) await wait(5)
    // One when it begins, and then one in a tenth of a second however many changes there are.
    const most = 2 + Math.ceil((performance.now() - began) / 100)
    assert.ok(pictures.shown >= 2 && pictures.shown <= most, `${pictures.shown} pictures, ${most} at most`)
    stop()
  })
})
