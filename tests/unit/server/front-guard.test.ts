import assert from 'node:assert/strict'
import { once } from 'node:events'
import { request, type Server } from 'node:http'
import test, { after, before, describe } from 'node:test'
import express from 'express'
import { createFrontGuard } from '#app/server/front-guard.ts'
import { createHttpServer } from '#app/server/http-server.ts'
import { seeing } from '#tests/support/a-visit.ts'

const FORM = 'application/x-www-form-urlencoded'

describe('The front guard', () => {
  let server: Server
  let port: number

  before(async () => {
    const app = express()
    app.use(await seeing())
    app.use(createFrontGuard({ ownUrl: null }))
    app.use((passed, response) => void response.send(`passed ${passed.headers['x-forwarded-host'] ?? ''}`))
    server = app.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    port = typeof address === 'object' && address ? address.port : 0
  })
  after(() => void server.close())

  type Sent = { method?: string; path?: string; headers?: Record<string, string>; body?: string }

  function send({ method = 'GET', path = '/nb', headers = {}, body }: Sent) {
    return new Promise<{ status: number; text: string }>((resolve, reject) => {
      const sending = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
        let text = ''
        response.on('data', (chunk: Buffer) => (text += chunk))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      })
      sending.on('error', reject)
      sending.end(body)
    })
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

  for (const path of ['/nb/%', '/nb/%E5', '/nb/%c3%28?x', '*', 'http://evil.example/nb']) {
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

  test('says what is wrong in the language of the address, and how to reach the police', async () => {
    const answer = await send({ method: 'TRACE', path: '/en' })
    assert.match(answer.text, /<html lang="en">/)
    assert.match(answer.text, /02800/)
  })
})
