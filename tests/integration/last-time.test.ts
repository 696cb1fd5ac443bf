import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import test, { after, before } from 'node:test'
import { count, eq } from 'drizzle-orm'
import { holdTime } from '#app/use-cases/hold-time.server.ts'
import type { Engine } from '#db/engine.ts'
import { onBothEngines, urlOf } from '#tests/support/both-engines.ts'
import { aNeed, aPerson, tickOf } from '#tests/support/builders.ts'
import { brokenClaims } from '#tests/support/claim-invariants.ts'
import { CLOCK_START } from '#tests/support/demo-database.ts'
import { aClockAt } from '#tests/support/movable-clock.ts'
import { startPortal, type TestPortal } from '#tests/support/portal.ts'
import { fillSmallCountry, openTestPortal } from '#tests/support/small-country.ts'
import { aVisitorAddress } from '#tests/support/visitor-address.ts'

const VISITORS = 200
const LAST_TIME = tickOf('2026-11-24T09:00')
const PAGE = '/nb/passport/book/time?person=18%2B.passport&at=country&office=sandvika'

onBothEngines('200 visitors who want the last time of an office', (openFresh) => {
  let engine: Engine
  let portal: TestPortal
  let answers: { status: number; location: string }[]

  before(async () => {
    engine = await openFresh()
    await fillSmallCountry(engine, [
      { id: 'sandvika', onlyOn: ['2026-11-24'], opens: '09:00', closes: '09:20' },
      { id: 'oslo', name: 'Oslo politistasjon' },
    ])
    await takeAllBut(engine, LAST_TIME)
    portal = await startPortal({ databaseUrl: urlOf(engine) })
    answers = await Promise.all(Array.from({ length: VISITORS }, () => postTime(portal, newKey())))
  })
  after(() => portal.stop())

  test('are answered with a redirect, every one', () => {
    const others = answers.filter(({ status }) => status !== 302)
    assert.deepEqual(others, [])
  })

  test('get it once: one goes on to the contact page', () => {
    const winners = answers.filter(({ location }) =>
      /^\/nb\/passport\/book\/[\w-]{22}\/contact$/.test(location),
    )
    assert.equal(winners.length, 1)
  })

  test('go back to the picker, all but one, with what they filled in', () => {
    const expected = `${PAGE}&lost=${LAST_TIME}&why=slot-taken`
    const losers = answers.filter(({ location }) => samePlace(location, expected))
    assert.equal(losers.length, VISITORS - 1)
  })

  test('see other offices with free times when they follow that', async () => {
    const page = await fetch(`${portal.url}${PAGE}&lost=${LAST_TIME}&why=slot-taken`)
    assert.equal(page.status, 200)
    const html = await page.text()
    assert.match(html, /href="[^"]*office=oslo[^"]*"/)
    assert.match(html, /Oslo politistasjon/)
  })

  test('leave one hold behind, which owns its time', async () => {
    assert.equal(await holdCount(engine), 2)
    assert.deepEqual(
      await brokenClaims(engine, Temporal.Instant.from(CLOCK_START).epochMilliseconds / 1000),
      [],
    )
  })

  test('of whom the winner presses the button again, twenty times at once, have one time all the same', async () => {
    const key = newKey()
    const path = PAGE.replace('office=sandvika', 'office=oslo')
    const again = await Promise.all(Array.from({ length: 20 }, () => postTime(portal, key, path)))
    assert.equal(new Set(again.map(({ location }) => location)).size, 1)
    assert.match(again[0]?.location ?? '', /\/contact$/)
    assert.equal(await holdCount(engine), 3)
  })
})

async function postTime(portal: TestPortal, key: string, path = PAGE) {
  const response = await fetch(portal.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      Origin: portal.url,
      'Content-Type': 'application/x-www-form-urlencoded',
      'X-Forwarded-For': aVisitorAddress(),
    },
    body: new URLSearchParams({ key, start: String(LAST_TIME) }).toString(),
  })
  await response.body?.cancel()
  return { status: response.status, location: response.headers.get('location') ?? '' }
}

function newKey(): string {
  return randomBytes(18).toString('base64url')
}

/** The same path and the same parameters, in any order. */
function samePlace(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => new URL(path, 'http://portal'))
  a?.searchParams.sort()
  b?.searchParams.sort()
  return a?.href === b?.href
}

/** Books everything that the office has, except one time. */
async function takeAllBut(engine: Engine, free: number): Promise<void> {
  const portal = await openTestPortal(engine, aClockAt(CLOCK_START))
  for (const startTick of portal.availability.starts('sandvika', '2026-11-24', aNeed(2), { notBefore: 0 })) {
    if (startTick === free) continue
    const wanted = {
      idempotencyKey: `${startTick}`,
      replaces: null,
      changes: null,
      officeId: 'sandvika',
      startTick,
    }
    assert.ok((await holdTime(portal, { ...wanted, people: [aPerson()] })).ok)
  }
}

async function holdCount({ read, tables }: Engine): Promise<number> {
  const [row] = await read
    .select({ number: count() })
    .from(tables.appointments)
    .where(eq(tables.appointments.status, 'held'))
  return row?.number ?? 0
}
