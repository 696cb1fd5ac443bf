import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import test, { before, beforeEach } from 'node:test'
import { count } from 'drizzle-orm'
import { createVisitors } from '#app/server/visitor.ts'
import { countAttempt } from '#app/use-cases/count-within.server.ts'
import { forgetRateCounters } from '#app/use-cases/forget-rate-counters.server.ts'
import { holdTime } from '#app/use-cases/hold-time.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import type { Engine } from '#db/engine.ts'
import { onBothEngines } from '#tests/support/both-engines.ts'
import { aPerson, tickOf } from '#tests/support/builders.ts'
import { aClockAt, type MovableClock } from '#tests/support/movable-clock.ts'
import { fillSmallCountry, openTestPortal } from '#tests/support/small-country.ts'

const visitorOf = createVisitors('test:a-key-of-at-least-forty-three-letters-for-tests')
const HERE = visitorOf('192.0.2.1')
const NEIGHBOUR = visitorOf('192.0.2.2')
const ELSEWHERE = visitorOf('198.51.100.1')
const FIRST = tickOf('2026-11-24T09:00')

onBothEngines('A limit by address', (openFresh) => {
  let engine: Engine
  let portal: Portal
  let clock: MovableClock

  before(async () => {
    engine = await openFresh()
  })
  beforeEach(async () => {
    await fillSmallCountry(engine, [{ id: 'sandvika', counters: 4 }])
    clock = aClockAt('2026-11-23T07:00:00Z')
    portal = withLimits(await openTestPortal(engine, clock), { address: 3, network: 4 })
  })

  /** The same portal with other numbers in its data. */
  function withLimits(open: Portal, most: { address: number; network: number }): Portal {
    const rules = open.catalogue.rules.map((rule) =>
      rule.attribute === 'limit-holds' && (rule.appliesTo === 'address' || rule.appliesTo === 'network')
        ? { ...rule, value: String(most[rule.appliesTo]) }
        : rule,
    )
    return { ...open, catalogue: { ...open.catalogue, rules } }
  }

  let next = FIRST
  beforeEach(() => {
    next = FIRST
  })

  function hold(visitor = HERE, { key = newKey(), startTick = (next += 2), on = portal } = {}) {
    const fresh = { replaces: null, changes: null, officeId: 'sandvika', people: [aPerson()] }
    return holdTime(on, { ...fresh, idempotencyKey: key, startTick, visitor })
  }

  async function rows(table: 'rateCounters' | 'appointments' | 'claims'): Promise<number> {
    const [row] = await engine.read.select({ number: count() }).from(engine.tables[table])
    return row?.number ?? 0
  }

  test('lets so many times be held, and says how long to wait for another', async () => {
    for (let time = 0; time < 3; time += 1) assert.ok((await hold()).ok)
    const before = { appointments: await rows('appointments'), claims: await rows('claims') }
    assert.deepEqual(await hold(), { ok: false, reason: 'too-many', retryAfterSeconds: 600 })
    clock.forward({ minutes: 4 })
    assert.deepEqual(await hold(), { ok: false, reason: 'too-many', retryAfterSeconds: 360 })
    assert.deepEqual({ appointments: await rows('appointments'), claims: await rows('claims') }, before)
  })

  test('is over when its time is over', async () => {
    for (let time = 0; time < 4; time += 1) await hold()
    clock.forward({ minutes: 10 })
    assert.ok((await hold()).ok)
  })

  test('counts neighbours together, up to a wider limit, and strangers apart', async () => {
    for (let time = 0; time < 3; time += 1) await hold()
    assert.ok((await hold(NEIGHBOUR)).ok)
    assert.equal((await hold(NEIGHBOUR)).ok, false)
    assert.ok((await hold(ELSEWHERE)).ok)
  })

  test('counts neither a hold that moves, nor a repeated click, nor a time that somebody else has', async () => {
    const key = newKey()
    const startTick = FIRST + 100
    for (let time = 0; time < 5; time += 1) assert.ok((await hold(HERE, { key })).ok)
    for (let time = 0; time < 5; time += 1) assert.equal((await hold(HERE, { startTick })).ok, false)
    assert.ok((await hold()).ok)
    assert.ok((await hold()).ok)
    assert.equal((await hold()).ok, false)
  })

  test('is one for all processes of a portal', async () => {
    const other = withLimits(await openTestPortal(engine, clock), { address: 3, network: 4 })
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => hold(HERE, { on: index % 2 ? other : portal })),
    )
    assert.equal(answers.filter(({ ok }) => ok).length, 3)
    assert.ok(answers.every((answer) => answer.ok || answer.reason === 'too-many'))
  })

  test('does not stop the portal itself', async () => {
    const fresh = { replaces: null, changes: null, officeId: 'sandvika', people: [aPerson()] }
    for (let time = 0; time < 6; time += 1) {
      assert.ok((await holdTime(portal, { ...fresh, idempotencyKey: newKey(), startTick: (next += 2) })).ok)
    }
  })

  test('counts what changes nothing else in a write of its own, and writes nothing once it is reached', async () => {
    const attempt = () => countAttempt(portal, { limit: 'lost-links', visitor: HERE })
    for (let time = 0; time < 20; time += 1) assert.deepEqual(await attempt(), { ok: true })
    const writes = countWrites(portal)
    const refused = await countAttempt(writes.portal, { limit: 'lost-links', visitor: HERE })
    assert.deepEqual(refused, { ok: false, reason: 'too-many', retryAfterSeconds: 3_600 })
    assert.equal(writes.count(), 0)
  })

  test('keeps no address, and forgets its counters when their time is over', async () => {
    await hold()
    const { rateCounters } = engine.tables
    const stored = JSON.stringify(await engine.read.select().from(rateCounters))
    assert.doesNotMatch(stored, /192|holds/)
    assert.equal(await forgetRateCounters(portal), 0)
    clock.forward({ minutes: 11 })
    assert.equal(await forgetRateCounters(portal), 2)
    assert.equal(await rows('rateCounters'), 0)
  })

  function countWrites(open: Portal): { portal: Portal; count: () => number } {
    let number = 0
    const write: Engine['write'] = (change) => {
      number += 1
      return open.engine.write(change)
    }
    return { portal: { ...open, engine: { ...open.engine, write } }, count: () => number }
  }
})

function newKey(): string {
  return randomBytes(18).toString('base64url')
}
