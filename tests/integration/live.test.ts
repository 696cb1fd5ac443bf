import assert from 'node:assert/strict'
import test, { after, before, describe } from 'node:test'
import { inDatabase } from '#tests/support/database-sums.ts'
import { openEventStream, type EventStream } from '#tests/support/event-stream.ts'
import { cookieOf } from '#tests/support/log-in.ts'
import { startPortal, type TestPortal } from '#tests/support/portal.ts'
import { openQueueHand, type QueueHand } from '#tests/support/queue-hand.ts'
import { aVisitorAddress } from '#tests/support/visitor-address.ts'

// The streams as they are served: who gets them, and what many of them do to the others and to the end of the server.

const OFFICE = 'oslo-baerum'
const ELSEWHERE = 'troms-tromso'
/** More than may be worked on at once (server.ts). */
const MANY = 300

describe('Pages that are told of changes', () => {
  let portal: TestPortal
  let hand: QueueHand
  const open: EventStream[] = []

  before(async () => {
    portal = await startPortal({ env: { LOG_LEVEL: 'info' } })
    hand = await openQueueHand(portal)
    await hand.openCounters(OFFICE)
  })
  after(async () => {
    for (const stream of open) stream.close()
    await hand.close()
    await portal.stop()
  })

  async function listen(path: string, headers: Record<string, string> = {}): Promise<EventStream> {
    const from = { 'X-Forwarded-For': aVisitorAddress() }
    const stream = await openEventStream(portal.url + path, { headers: { ...from, ...headers } })
    open.push(stream)
    return stream
  }

  test('Threat 14: what the display is sent has numbers, counters and waits, and no other key', async () => {
    await hand.take(OFFICE, { needs: ['wheelchair'], language: 'en', people: 7 })
    await hand.setNewest(OFFICE, { note: 'canary note', appointmentId: 987654 })
    await hand.callNext(OFFICE)
    await hand.take(OFFICE, { needs: ['hearing'] })
    const stream = await listen(`/nb/display/${OFFICE}/live`)
    const { data } = await stream.until((event) => event.data.includes('"A2"'))
    const page = await (await fetch(`${portal.url}/nb/display/${OFFICE}`)).text()
    for (const shown of [data, page]) assert.doesNotMatch(shown, /canary|wheelchair|hearing|987654/)
    const view: Record<string, unknown> & { calls: object[] } = JSON.parse(data)
    assert.deepEqual(Object.keys(view).sort(), [
      ...['calls', 'closed', 'delay', 'next', 'time', 'updated', 'waiting', 'waits'],
    ])
    assert.deepEqual(Object.keys(view.calls[0] ?? {}).sort(), [
      ...['counter', 'key', 'label', 'language', 'secondsAlone', 'speech'],
    ])
  })

  test('a ticket is told of by its secret only, and guesses are counted like those of other links', async () => {
    const secret = await hand.take(OFFICE)
    const own = await listen(`/nb/tickets/${secret}/live`)
    assert.equal(own.headers['content-encoding'], undefined)
    assert.equal(own.headers['x-content-type-options'], 'nosniff')
    await own.until(({ event }) => event === 'picture')
    const guesser = { 'X-Forwarded-For': aVisitorAddress() }
    const statuses = new Set<number>()
    for (let guess = 0; guess < 61; guess += 1) {
      const path = `/nb/tickets/${String(guess).padStart(22, 'u')}/live`
      statuses.add((await listen(path, guesser)).status)
    }
    assert.deepEqual([...statuses], [404, 429])
  })

  test('only a GET opens a stream, in a language and of an office that there is', async () => {
    const statusOf = async (path: string, method = 'GET') => {
      const answer = await fetch(portal.url + path, {
        ...{ method, headers: { Origin: portal.url }, signal: AbortSignal.timeout(5_000) },
        ...(method === 'POST' ? { body: new URLSearchParams({}) } : {}),
      })
      await answer.body?.cancel()
      return answer.status
    }
    assert.equal(await statusOf(`/nb/display/${OFFICE}/live`, 'HEAD'), 405)
    assert.equal(await statusOf(`/nb/display/${OFFICE}/live`, 'POST'), 405)
    assert.equal(await statusOf('/nb/display/nowhere/live'), 404)
    assert.equal(await statusOf(`/xx/display/${OFFICE}/live`), 404)
    assert.equal(await statusOf(`/nb/display/${OFFICE}/live.data`), 404)
  })

  test('Threat 2: the queue of an office is told to who may serve it there, for as long as they may', async () => {
    const path = `/nb/staff/queue/live?office=${OFFICE}`
    const as = async (staff: string) => ({ Cookie: await cookieOf(portal.url, { staff }) })
    assert.equal((await listen(path)).status, 401)
    assert.equal(
      (await listen(path, { Cookie: await cookieOf(portal.url, { citizen: 'adult' }) })).status,
      401,
    )
    assert.equal((await listen(path, await as('staff-counter-tromso'))).status, 403)
    assert.equal((await listen(path, await as('staff-intake-oslo'))).status, 403)
    const baerum = await as('staff-counter-baerum')
    assert.equal((await listen(`/nb/staff/queue/live?office=${ELSEWHERE}`, baerum)).status, 403)

    const stream = await listen(path, baerum)
    const before = await stream.until(({ event }) => event === 'queue')
    assert.match(before.data, /^\{"day":"2026-11-23","version":\d+\}$/)
    const manager = await listen(path, await as('staff-manager-baerum'))
    await hand.take(OFFICE)
    await stream.until(({ event, data }) => event === 'queue' && data !== before.data)

    inDatabase(portal.databaseUrl, (database) => {
      const staff = "(SELECT id FROM staff WHERE subject = 'staff-counter-baerum')"
      database.exec(`DELETE FROM staff_roles WHERE staff_id = ${staff}`)
    })
    await stream.until(({ event }) => event === 'end', 10_000)
    assert.equal(manager.isOver(), false)
    assert.equal((await listen(path, baerum)).status, 403)
  })

  test('many who listen keep nobody from the pages, and the server ends soon although they do', async () => {
    const streams = await Promise.all(
      Array.from({ length: MANY }, () => listen(`/nb/display/${OFFICE}/live`)),
    )
    assert.ok(streams.every(({ status }) => status === 200))
    assert.equal((await fetch(`${portal.url}/nb`)).status, 200)
    const own = await startPortal({ env: { LOG_LEVEL: 'info' } })
    const stream = await openEventStream(`${own.url}/nb/display/${OFFICE}/live`)
    await stream.until(({ event }) => event === 'beat')
    const began = performance.now()
    await own.stop()
    assert.ok(performance.now() - began < 2_500, 'it waited for who listens')
    const lines = own.log().split('\n')
    const line = lines.find((one) => one.includes('/:language/display/:office/live')) ?? '{}'
    const { milliseconds, openSeconds, isCutOff }: Record<string, unknown> = JSON.parse(line)
    // It counts as answered when it is opened, not when it ends.
    assert.ok(Number(milliseconds) < 1_000 && Number(openSeconds) >= 1, line)
    assert.equal(isCutOff, undefined)
  })
})
