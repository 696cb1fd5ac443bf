import assert from 'node:assert/strict'
import test, { before, beforeEach } from 'node:test'
import type { OutcomeId } from '#app/domain/channels/outcome.ts'
import { guideWay, NOTHING_SAID } from '#app/routes/guide/guide-way.server.ts'
import { createCookies } from '#app/server/session-cookie.ts'
import { recentGuideCounts } from '#app/use-cases/guide-counter.server.ts'
import { wayAddress } from '#app/use-cases/guide-choice.server.ts'
import { outcomeFacts } from '#app/use-cases/guide-outcome.server.ts'
import { guideUse } from '#app/use-cases/guide-tables.server.ts'
import { officeFacts } from '#app/use-cases/office-facts.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import type { Engine } from '#db/engine.ts'
import { onBothEngines } from '#tests/support/both-engines.ts'
import { tickOf } from '#tests/support/builders.ts'
import { aClockAt, type MovableClock } from '#tests/support/movable-clock.ts'
import { fillSmallCountry, openTestPortal } from '#tests/support/small-country.ts'
import { openTestIdentity, testSettings } from '#tests/support/test-identity.ts'

const MONDAY_MORNING = '2026-11-23T07:00:00Z'
const SANDVIKA = { latitude: 59.89, longitude: 10.53 }
const THEFT = { need: 'theft', isSensitive: false } as const
const CLOSE = { need: 'close', isSensitive: true } as const

onBothEngines('The guide', (openFresh) => {
  let engine: Engine
  let portal: Portal
  let clock: MovableClock

  before(async () => {
    engine = await openFresh()
  })
  beforeEach(async () => {
    await fillSmallCountry(engine, [{ id: 'sandvika', name: 'Sandvika', counters: 1, ...SANDVIKA }])
    clock = aClockAt(MONDAY_MORNING)
    portal = await openTestPortal(engine, clock)
  })

  test('counts are sums: those of two processes are added', async () => {
    const other = await openTestPortal(engine, clock)
    for (const one of [portal, portal, other]) one.guideCounter.note('ended', 'report-online', THEFT)
    await portal.guideCounter.save()
    await other.guideCounter.save()
    await other.guideCounter.save()
    assert.deepEqual(await recentGuideCounts(portal), [
      { day: '2026-11-23', need: 'theft', event: 'ended', detail: 'report-online', count: 3 },
    ])
  })

  test('no row says on which day somebody was afraid of whom', async () => {
    portal.guideCounter.note('asked', 'talk', CLOSE)
    await portal.guideCounter.save()
    const [row] = await recentGuideCounts(portal)
    assert.deepEqual(row, { day: '2026-11-01', need: 'sensitive', event: 'asked', detail: '', count: 1 })
    assert.deepEqual((await guideUse(portal)).givenUp, [])
  })

  test('a way is counted as the recommended one when it comes first, also in place of one that is not here yet', () => {
    const ways = (outcome: OutcomeId, wanted: string) =>
      wayAddress(
        portal,
        { kind: 'outcome', outcome, why: 'other', form: null, source: '', table: '' },
        wanted,
      )
    assert.equal(ways('passport-book', 'book-passport')?.detail, 'passport-book first')
    assert.equal(ways('passport-lost', 'book-passport')?.detail, 'passport-lost other')
    assert.equal(ways('event', 'local-contact')?.detail, 'event first')
  })

  test('of who must call 112 no row is written', async () => {
    portal.guideCounter.note('answered', 'now', { ...THEFT, outcome: 'call-112' })
    portal.guideCounter.note('ended', 'call-112', { ...CLOSE, outcome: 'call-112' })
    await portal.guideCounter.save()
    assert.deepEqual(await recentGuideCounts(portal), [])
  })

  test('what could not be saved is kept for the next time', async () => {
    portal.guideCounter.note('begun', '', THEFT)
    const { write } = engine
    engine.write = () => Promise.reject(new Error('away'))
    await assert.rejects(portal.guideCounter.save())
    engine.write = write
    await portal.guideCounter.save()
    assert.equal((await recentGuideCounts(portal))[0]?.count, 1)
  })

  test('a link out of a sealed outcome does not say where it leads', async () => {
    const identity = openTestIdentity(portal, await testSettings())
    const cookies = createCookies({ isSecure: false })
    const wayOf = (path: string, cookie: string) =>
      guideWay({
        request: new Request(`http://127.0.0.1${path}`, { headers: { Cookie: cookie } }),
        params: { language: 'nb', way: 'way' },
        context: { portal, identity, cookies },
      })
    const first = wayOf('/nb/guide', '')
    const said = { ...NOTHING_SAID, need: 'close', answers: { now: ['over'], talk: ['can-talk'] } } as const
    const path = first.pathTo('go', { ...said, to: 'help-centre' })
    assert.match(path, /^\/nb\/guide\/way\/go\?key=[\w.%-]+$/)
    const [cookie = ''] = first.headers.get('Set-Cookie')?.split(';') ?? []
    assert.equal(wayOf(path, cookie).state('go').to, 'help-centre')
    const plain = first.pathTo('go', { ...NOTHING_SAID, need: 'queue', to: 'take-ticket' })
    assert.equal(plain, '/nb/guide/queue/go?to=take-ticket')
  })

  test('the outcome of a lost passport says the first free time near the place that was named', async () => {
    const answers = { 'how-gone': ['was-lost'], 'lost-document': [] }
    const { earliest, people, fees, others } = await outcomeFacts(portal, {
      ...{ outcome: 'passport-lost', answers, from: SANDVIKA },
    })
    assert.equal(earliest?.office.id, 'sandvika')
    assert.equal(earliest?.earliest, tickOf('2026-11-23T09:00'))
    assert.deepEqual(people, [])
    assert.deepEqual(fees, [])
    assert.ok(others.some(({ id }) => id === 'book-passport'))
  })

  test('nothing is looked up near to who has a protected address, and nobody asks where they are', async () => {
    const answers = { now: ['over'], circumstances: ['under-18', 'hidden-address'] }
    const about = { outcome: 'report-under-18', from: SANDVIKA } as const
    const { outcome, offices } = await outcomeFacts(portal, { ...about, answers })
    assert.deepEqual({ near: outcome.near, offices }, { near: null, offices: [] })
    const open = await outcomeFacts(portal, { ...about, answers: { circumstances: ['under-18'] } })
    assert.equal(open.offices.length, 1)
  })

  test('the page of an office leads to its queue while one may join it', async () => {
    const atHour = async (at: string) => {
      const facts = await officeFacts(await openTestPortal(engine, aClockAt(at)), 'sandvika')
      return facts?.isQueueOpen
    }
    assert.equal(await atHour('2026-11-23T09:00:00Z'), true)
    assert.equal(await atHour('2026-11-23T22:00:00Z'), false)
  })

  test('where the best way is not here yet, one that is stands in for it', async () => {
    const { first, meanwhile, others } = await outcomeFacts(portal, {
      ...{ outcome: 'report-online', answers: {}, from: SANDVIKA },
    })
    assert.equal(first.isHere, false)
    assert.equal(meanwhile?.id, 'call-02800')
    assert.equal(meanwhile?.phone?.isOpen, true)
    assert.ok(!others.some(({ id }) => id === 'call-02800'))
  })
})
