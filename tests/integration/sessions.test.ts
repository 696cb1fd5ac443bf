import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import test, { before, beforeEach } from 'node:test'
import { forgetEndedSessions } from '#app/use-cases/forget-ended-sessions.server.ts'
import type { Identity } from '#app/use-cases/identity.server.ts'
import {
  beginSession,
  endSession,
  endSessionsBySid,
  endSessionsOf,
  findSession,
} from '#app/use-cases/session.server.ts'
import { onBothEngines } from '#tests/support/both-engines.ts'
import { aClockAt } from '#tests/support/movable-clock.ts'
import { fillSmallCountry, openTestPortal } from '#tests/support/small-country.ts'
import { openTestIdentity, testSettings } from '#tests/support/test-identity.ts'

const START = '2026-11-23T08:00:00Z'
const LOGIN = { subject: '17858430038', level: 'substantial', sid: 'sid-1', idToken: 'token' } as const

onBothEngines('Sessions', (openFresh) => {
  const clock = aClockAt(START)
  let identity: Identity

  before(async () => {
    const engine = await openFresh()
    await fillSmallCountry(engine, [{ id: 'sandvika' }])
    identity = openTestIdentity(await openTestPortal(engine, clock), await testSettings())
  })
  beforeEach(() => clock.moveTo(START))

  function begin(login: Partial<typeof LOGIN> | { sid: string } = {}, owner = 'kari'): Promise<string> {
    return identity.engine.write((tx) =>
      beginSession(tx, identity, { audience: 'citizen', owner, login: { ...LOGIN, ...login } }),
    )
  }

  test('a session is opened by its cookie and by nothing else', async () => {
    const secret = await begin()
    const session = await findSession(identity, 'citizen', secret)
    assert.deepEqual(
      [session?.owner, session?.subject, session?.level],
      ['kari', LOGIN.subject, 'substantial'],
    )
    assert.equal(await findSession(identity, 'staff', secret), null)
    assert.equal(await findSession(identity, 'citizen', randomBytes(32).toString('base64url')), null)
    assert.equal(await findSession(identity, 'citizen', session?.idHash ?? ''), null)
  })

  test('the national number stands nowhere in the table', async () => {
    await begin()
    const rows = await identity.engine.read.select().from(identity.engine.tables.sessions)
    assert.ok(rows.length > 0 && !JSON.stringify(rows).includes(LOGIN.subject))
  })

  test('Threat 13: half an hour without a request ends it, each request begins the half hour anew', async () => {
    const secret = await begin()
    for (let step = 0; step < 3; step += 1) {
      clock.forward({ minutes: 29 })
      assert.ok(await findSession(identity, 'citizen', secret))
    }
    clock.forward({ minutes: 30 })
    assert.equal(await findSession(identity, 'citizen', secret), null)
  })

  test('Threat 13: after two hours it ends, whatever was done', async () => {
    const secret = await begin()
    for (let minutes = 0; minutes < 119; minutes += 17) {
      assert.ok(await findSession(identity, 'citizen', secret), `after ${minutes} minutes`)
      clock.forward({ minutes: 17 })
    }
    clock.forward({ minutes: 1 })
    assert.equal(await findSession(identity, 'citizen', secret), null)
  })

  test('one logs out here, or everywhere at once, and nobody else is logged out', async () => {
    const [phone, desk, other] = [await begin(), await begin(), await begin({}, 'ola')]
    const session = await findSession(identity, 'citizen', phone)
    assert.ok(session)
    await endSession(identity, session)
    assert.equal(await findSession(identity, 'citizen', phone), null)
    assert.ok(await findSession(identity, 'citizen', desk))
    await endSessionsOf(identity, session)
    assert.equal(await findSession(identity, 'citizen', desk), null)
    assert.ok(await findSession(identity, 'citizen', other))
  })

  test('Threat 13: the provider ends the session that it names, and only as the issuer of it', async () => {
    const secret = await begin({ sid: 'named' })
    const { issuer } = identity.providers.citizen
    const end = (said: { issuer: string; sid: string }) =>
      endSessionsBySid(identity, { audience: 'citizen', ...said })
    assert.equal(await end({ issuer: identity.providers.staff.issuer, sid: 'named' }), 0)
    assert.equal(await end({ issuer, sid: 'another' }), 0)
    assert.ok(await findSession(identity, 'citizen', secret))
    assert.equal(await end({ issuer, sid: 'named' }), 1)
    assert.equal(await findSession(identity, 'citizen', secret), null)
  })

  test('sessions that have ended are removed, living ones stay', async () => {
    const { engine } = identity
    await engine.write((tx) => tx.delete(engine.tables.sessions))
    await begin()
    clock.forward({ minutes: 40 })
    const living = await begin()
    await forgetEndedSessions(identity)
    assert.equal((await engine.read.select().from(engine.tables.sessions)).length, 1)
    assert.ok(await findSession(identity, 'citizen', living))
  })
})
