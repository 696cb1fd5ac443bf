import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import test from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import express from 'express'
import {
  createLiveStreams,
  liveMessage,
  type LiveMessage,
  type LiveSource,
} from '#app/server/live-streams.ts'
import { seeing } from '#tests/support/a-visit.ts'
import { openEventStream, type EventStream } from '#tests/support/event-stream.ts'

const BEAT_MILLISECONDS = 30

type Served = {
  url: string
  streams: ReturnType<typeof createLiveStreams>
  open(from?: string): Promise<EventStream>
  /** Sends to everybody who follows. */
  tell(data: string): void
  following(): number
}

/** Serves one source to everybody for as long as it is asked. */
async function serving(some: Partial<LiveSource>, ask: (served: Served) => Promise<void>): Promise<void> {
  const sends = new Set<(message: LiveMessage) => void>()
  const streams = createLiveStreams({
    most: () => ({ address: 2, network: 3 }),
    beatMilliseconds: BEAT_MILLISECONDS,
  })
  const source: LiveSource = {
    isSure: () => true,
    follow(send) {
      sends.add(send)
      send(liveMessage('"first"', { id: '1' }))
      return () => sends.delete(send)
    },
    ...some,
  }
  const app = express()
  app.set('trust proxy', 'loopback')
  app.use(await seeing())
  app.use((request, response) => streams.open(request, response, source))
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/nb`
  try {
    await ask({
      ...{ url, streams },
      open: (from = '192.0.2.1') => openEventStream(url, { headers: { 'X-Forwarded-For': from } }),
      tell: (data) => {
        const message = liveMessage(data, {})
        for (const send of sends) send(message)
      },
      following: () => sends.size,
    })
  } finally {
    streams.close()
    server.closeAllConnections()
    server.close()
  }
}

test('a stream begins with the whole picture, and beats between the others', () =>
  serving({}, async ({ open, tell }) => {
    const stream = await open()
    assert.equal(stream.headers['content-type'], 'text/event-stream; charset=utf-8')
    assert.equal(stream.headers['cache-control'], 'no-store')
    const first = await stream.until(({ event }) => event === 'picture')
    assert.deepEqual([first.data, first.id], ['"first"', '1'])
    await stream.until(({ event }) => event === 'beat')
    tell('"second"')
    await stream.until(({ data }) => data === '"second"')
    stream.close()
  }))

test('while it is not sure that a picture still holds, nothing says that it does', () =>
  serving({ isSure: () => false }, async ({ open }) => {
    const stream = await open()
    await stream.until(({ event }) => event === 'picture')
    await wait(4 * BEAT_MILLISECONDS)
    assert.deepEqual(
      stream.events.map(({ event }) => event),
      ['picture'],
    )
    stream.close()
  }))

test('who closes the page is no longer followed', () =>
  serving({}, async ({ open, following, streams }) => {
    const stream = await open()
    await stream.until(({ event }) => event === 'picture')
    assert.deepEqual([following(), streams.count()], [1, 1])
    stream.close()
    while (following() > 0) await wait(5)
    assert.equal(streams.count(), 0)
  }))

test('an address may have so many streams at once, its network some more', () =>
  serving({}, async ({ open }) => {
    const streams: EventStream[] = []
    for (const from of ['192.0.2.1', '192.0.2.1', '192.0.2.1', '192.0.2.2', '192.0.2.3', '198.51.100.1']) {
      streams.push(await open(from))
    }
    assert.deepEqual(
      streams.map(({ status }) => status),
      [200, 200, 429, 200, 429, 200],
    )
    assert.equal(streams[2]?.headers['retry-after'], '15')
    for (const stream of streams) stream.close()
  }))

test('who may no longer look is told so and cut off', async () => {
  let may = true
  await serving({ mayStay: async () => may }, async ({ open }) => {
    const stream = await open()
    await wait(3 * BEAT_MILLISECONDS)
    assert.equal(stream.isOver(), false)
    may = false
    await stream.until(({ event }) => event === 'end')
    while (!stream.isOver()) await wait(5)
  })
})

test('for a slow reader the pictures between are left out, and the newest comes', () =>
  serving({}, async ({ url, tell }) => {
    const { hostname, port, pathname } = new URL(url)
    const socket = connect({ host: hostname, port: Number(port) })
    socket.write(`GET ${pathname} HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 192.0.2.9\r\n\r\n`)
    let text = ''
    await once(socket, 'readable')
    const large = 'x'.repeat(64 * 1024)
    const count = 400
    for (let number = 1; number <= count; number += 1) {
      tell(JSON.stringify({ number, large }))
      // The socket takes what it can before the next.
      if (number % 50 === 0) await wait(5)
    }
    socket.on('data', (some: Buffer) => (text += some))
    while (!text.includes(`"number":${count},`)) await wait(10)
    const came = text.match(/"number":/g)?.length ?? 0
    assert.ok(came < count, `${came} of ${count} were kept for who did not read`)
    socket.destroy()
  }))

test('at the end every stream is ended, so that the server can be', () =>
  serving({}, async ({ open, streams }) => {
    const both = [await open('192.0.2.1'), await open('192.0.2.2')]
    streams.close()
    while (!both.every((stream) => stream.isOver())) await wait(5)
  }))
