import assert from 'node:assert/strict'
import { once } from 'node:events'
import { request, type IncomingHttpHeaders, type Server } from 'node:http'
import test, { after, before, describe } from 'node:test'
import express from 'express'
import { createFrontGuard } from '#app/server/front-guard.ts'
import { seeing } from '#tests/support/a-visit.ts'

const FORM = 'application/x-www-form-urlencoded'

describe('The front guard', () => {
  let server: Server
  let port: number

  before(async () => {
    server = await serveGuarded({ ownUrl: null, trustProxy: null })
    port = portOf(server)
  })
  after(() => void server.close())

  function send(sent: Sent) {
    return sendTo(port, sent)
  }

  /** A form as the browser posts it from our own page, with other headers on top. */
  function post(headers: Record<string, string> = {}, body = 'a=1') {
    const own = { Origin: `http://127.0.0.1:${port}`, 'Content-Type': FORM }
    return send({ method: 'POST', headers: { ...own, ...headers }, body })
  }

  test('lets a page be asked for, and a form of our own be posted', async () => {
    for (const answer of [await send({}), await send({ method: 'HEAD' }), await post()]) {
      assert.equal(answer.status, 200)
    }
  })

  test('lets a form be posted when the browser says that it comes from here', async () => {
    const answer = await send({
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': `${FORM}; charset=UTF-8` },
      body: 'a=1',
    })
    assert.equal(answer.status, 200)
  })

  for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1', 'garbage', '']) {
    test(`refuses a form from another origin with 403: ${JSON.stringify(origin)}`, async () => {
      assert.equal((await post({ Origin: origin })).status, 403)
    })
  }

  test('refuses a form without any word on where it comes from with 403', async () => {
    const answer = await send({ method: 'POST', headers: { 'Content-Type': FORM }, body: 'a=1' })
    assert.equal(answer.status, 403)
  })

  for (const site of ['cross-site', 'same-site', 'none', '']) {
    test(`refuses a form whose browser says ${JSON.stringify(site)} with 403, whatever its origin`, async () => {
      assert.equal((await post({ 'Sec-Fetch-Site': site })).status, 403)
    })
  }

  for (const method of ['TRACE', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND']) {
    test(`refuses ${method} with 405`, async () => {
      assert.equal((await send({ method })).status, 405)
    })
  }

  for (const host of ['[', 'a b', 'a/b', 'a:b', 'a:99999', 'a:123456', '1.2.3.4.5', '[::::]', 'user@a']) {
    test(`refuses the host ${JSON.stringify(host)} with 400`, async () => {
      assert.equal((await send({ headers: { Host: host } })).status, 400)
    })
  }

  for (const path of [
    '/nb/%',
    '/nb/%E5',
    '/nb/%c3%28?x',
    '*',
    'http://evil.example/nb',
    '//evil.example',
    '/%5C',
    '/%2Fx',
  ]) {
    test(`refuses the address ${path} with 400`, async () => {
      assert.equal((await send({ path })).status, 400)
    })
  }

  for (const type of ['application/json', 'text/plain', `${FORM}x`, 'multipart/form-data; boundary=x', '']) {
    test(`refuses a body that is no form with 415: ${JSON.stringify(type)}`, async () => {
      assert.equal((await post({ 'Content-Type': type })).status, 415)
    })
  }

  test('refuses a body that is larger than any form with 413', async () => {
    assert.equal((await post({}, 'x'.repeat(64 * 1024))).status, 200)
    assert.equal((await post({}, 'x'.repeat(64 * 1024 + 1))).status, 413)
  })

  test('refuses a body that does not say how long it is with 411', async () => {
    assert.equal((await post({ 'Transfer-Encoding': 'chunked' })).status, 411)
  })

  test('takes away the host that a stranger says was asked for', async () => {
    const answer = await send({ headers: { 'X-Forwarded-Host': 'evil.example' } })
    assert.equal(answer.text, 'passed ')
  })

  test('names the methods that it takes', async () => {
    assert.equal((await send({ method: 'OPTIONS' })).headers.allow, 'GET, HEAD, POST')
  })

  test('refuses an address that is longer than any of ours with 414', async () => {
    assert.equal((await send({ path: `/nb?${'a'.repeat(8_000)}` })).status, 200)
    assert.equal((await send({ path: `/nb?${'a'.repeat(8_200)}` })).status, 414)
  })

  test('refuses more headers than any browser sends with 431', async () => {
    const headers = Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`X-${index}`, '1']))
    assert.equal((await send({ headers })).status, 431)
  })

  for (const name of ['Origin', 'Content-Type', 'Sec-Fetch-Site']) {
    test(`refuses two headers ${name}, of which a proxy may read the other, with 400`, async () => {
      assert.equal((await send({ headers: { [name]: ['a', 'a'] } })).status, 400)
    })
  }

  test('refuses a form that the browser says is ours and whose origin is another with 403', async () => {
    const headers = { 'Sec-Fetch-Site': 'same-origin', Origin: 'https://evil.example' }
    assert.equal((await post(headers)).status, 403)
  })

  test('refuses a page that is asked for with a body with 400', async () => {
    assert.equal((await send({ headers: { 'Content-Length': '3' }, body: 'abc' })).status, 400)
    assert.equal((await send({ headers: { 'Transfer-Encoding': 'chunked' }, body: 'abc' })).status, 400)
  })

  test('refuses a form that is compressed with 415', async () => {
    assert.equal((await post({ 'Content-Encoding': 'gzip' })).status, 415)
  })

  test('says what is wrong in the language of the address, and how to reach the police', async () => {
    const answer = await send({ method: 'TRACE', path: '/en' })
    assert.match(answer.text, /<html lang="en">/)
    assert.match(answer.text, /02800/)
  })
})

describe('The front guard of a portal with an address of its own', () => {
  let server: Server
  before(async () => {
    server = await serveGuarded({ ownUrl: 'https://politi.example.org', trustProxy: ['loopback'] })
  })
  after(() => void server.close())

  function send(headers: Record<string, string>, method = 'GET') {
    const form: Record<string, string> =
      method === 'POST' ? { 'Content-Type': FORM, 'Content-Length': '0' } : {}
    return sendTo(portOf(server), { method, headers: { ...form, ...headers } })
  }

  test('serves that address alone', async () => {
    assert.equal((await send({ Host: 'politi.example.org' })).status, 200)
    assert.equal((await send({ Host: 'politi.example.org:443' })).status, 200)
    assert.equal((await send({ Host: 'evil.example' })).status, 421)
    assert.equal((await send({ Host: 'politi.example.org:8443' })).status, 421)
  })

  test('takes the word of the proxy that it trusts for the host', async () => {
    const answer = await send({ Host: '10.0.0.1', 'X-Forwarded-Host': 'politi.example.org' })
    assert.equal(answer.status, 200)
    assert.equal(answer.text, 'passed ')
    const other = await send({ Host: 'politi.example.org', 'X-Forwarded-Host': 'evil.example' })
    assert.equal(other.status, 421)
  })

  test('takes forms from its own https pages alone', async () => {
    const host = { Host: 'politi.example.org' }
    assert.equal((await send({ ...host, Origin: 'https://politi.example.org' }, 'POST')).status, 200)
    assert.equal((await send({ ...host, Origin: 'http://politi.example.org' }, 'POST')).status, 403)
    assert.equal((await send({ ...host, Origin: 'https://evil.example' }, 'POST')).status, 403)
  })
})

type Sent = { method?: string; path?: string; headers?: Record<string, string | string[]>; body?: string }

async function serveGuarded(options: {
  ownUrl: string | null
  trustProxy: string[] | null
}): Promise<Server> {
  const app = express()
  app.set('trust proxy', options.trustProxy ?? false)
  app.use(await seeing())
  app.use(createFrontGuard(options))
  app.use((passed, response) => void response.send(`passed ${passed.headers['x-forwarded-host'] ?? ''}`))
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

function sendTo(port: number, { method = 'GET', path = '/nb', headers = {}, body }: Sent) {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; text: string }>((resolve, reject) => {
    const sending = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    sending.on('error', reject)
    sending.end(body)
  })
}
