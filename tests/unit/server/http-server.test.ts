import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import test, { after, before, describe } from 'node:test'
import type { Server } from 'node:http'
import { createHttpServer } from '#app/server/http-server.ts'

const HOST = 'Host: localhost\r\n'

describe('The HTTP server', () => {
  let server: Server
  let port: number
  let isFull = false
  const refused: string[] = []

  before(async () => {
    server = createHttpServer({
      handler: (request, response) => {
        request.resume()
        request.on('end', () => response.end('passed'))
      },
      mayConnect: () => !isFull,
      onRefused: (reason) => refused.push(reason),
      patience: { headersMilliseconds: 100, requestMilliseconds: 200, lookMilliseconds: 20 },
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    port = typeof address === 'object' && address ? address.port : 0
  })
  after(() => void server.close())

  function open(): { socket: Socket; answer: Promise<string> } {
    const socket = connect(port, '127.0.0.1')
    let text = ''
    socket.setEncoding('latin1')
    socket.on('data', (some) => (text += some))
    socket.on('error', () => {})
    return { socket, answer: once(socket, 'close').then(() => text) }
  }

  function send(bytes: string): Promise<string> {
    const { socket, answer } = open()
    socket.write(bytes, 'latin1')
    return answer
  }

  const refusals: [string, string, number][] = [
    ['that is none', 'nonsense\r\n\r\n', 400],
    [
      'of two lengths',
      `POST / HTTP/1.1\r\n${HOST}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n`,
      400,
    ],
    ['with headers of 20 kB', `GET / HTTP/1.1\r\n${HOST}X: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['for another protocol', `GET / HTTP/1.1\r\n${HOST}Expect: magic\r\nConnection: close\r\n\r\n`, 417],
    ['for a tunnel', `CONNECT evil.example:443 HTTP/1.1\r\n${HOST}\r\n`, 405],
    ['whose headers drip', `GET / HTTP/1.1\r\n${HOST}X: `, 408],
    ['whose body drips', `POST / HTTP/1.1\r\n${HOST}Content-Length: 9\r\n\r\na`, 408],
  ]
  for (const [what, bytes, status] of refusals) {
    test(`answers a request ${what} with a plain ${status}, and closes`, async () => {
      const answer = await send(bytes)
      assert.match(answer, new RegExp(`^HTTP/1\\.1 ${status} `))
      assert.match(answer, /Cache-Control: no-store/)
      assert.match(answer, /X-Content-Type-Options: nosniff\r\n/)
      assert.match(answer, /Content-Security-Policy: [^\r]*frame-ancestors 'none'\r\n/)
    })
  }

  test('tells one that comes when there are too many to wait', async () => {
    isFull = true
    const { answer } = open()
    assert.match(await answer, /^HTTP\/1\.1 429 [^]*Retry-After: 60/)
    isFull = false
    assert.ok(refused.includes('connection'))
  })

  test('serves a wish to upgrade as what it is without', async () => {
    const headers = `${HOST}Connection: Upgrade, close\r\nUpgrade: websocket\r\n`
    assert.match(await send(`GET / HTTP/1.1\r\n${headers}\r\n`), /^HTTP\/1\.1 200 /)
  })

  test('counts why', () => {
    assert.ok(refused.includes('slow') && refused.includes('broken'))
  })
})
