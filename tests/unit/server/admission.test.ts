import assert from 'node:assert/strict'
import { once } from 'node:events'
import { request, type ClientRequest, type Server } from 'node:http'
import test, { afterEach, beforeEach, describe } from 'node:test'
import express, { type Response } from 'express'
import { createAdmission } from '#app/server/admission.ts'
import { seeing } from '#tests/support/a-visit.ts'

type Answer = { status: number; retryAfter: string | undefined; text: string }

describe('Admission of two at once', () => {
  let server: Server
  let port: number
  /** Those who are inside; an answer lets them go. */
  let inside: Response[]

  beforeEach(async () => {
    inside = []
    const admission = createAdmission({ most: 2 })
    const app = express()
    app.use(await seeing())
    app.use(admission.admit)
    app.use((asked, response) => {
      asked.resume()
      inside.push(response)
    })
    server = app.listen(0, '127.0.0.1')
    server.on('connection', admission.sawConnection)
    await once(server, 'listening')
    const address = server.address()
    port = typeof address === 'object' && address ? address.port : 0
  })
  afterEach(() => {
    server.closeAllConnections()
    server.close()
  })

  function open(path: string, method = 'GET'): { sending: ClientRequest; answer: Promise<Answer> } {
    const sending = request({ host: '127.0.0.1', port, path, method })
    const answer = new Promise<Answer>((resolve, reject) => {
      sending.on('error', reject)
      sending.on('response', (response) => {
        let text = ''
        response.on('data', (chunk: Buffer) => (text += chunk))
        const { statusCode = 0, headers } = response
        response.on('end', () => resolve({ status: statusCode, retryAfter: headers['retry-after'], text }))
      })
    })
    // Who is still inside when a test ends is cut off; whoever waits for an answer hears of it all the same.
    answer.catch(() => {})
    return { sending, answer }
  }

  function ask(path = '/nb'): Promise<Answer> {
    const { sending, answer } = open(path)
    sending.end()
    return answer
  }

  async function areInside(count: number): Promise<void> {
    while (inside.length < count) await new Promise((resolve) => setTimeout(resolve, 5))
  }

  test('turns the third away with a time to come back and a page in the language of the address', async () => {
    const first = [ask(), ask()]
    await areInside(2)
    const { status, retryAfter, text } = await ask('/en/passport')
    assert.equal(status, 503)
    assert.equal(retryAfter, '10')
    assert.match(text, /<html lang="en">/)
    inside.forEach((response) => response.send('done'))
    assert.deepEqual(
      (await Promise.all(first)).map((answer) => answer.status),
      [200, 200],
    )
  })

  test('lets the next in when one has been answered', async () => {
    const [first] = [ask(), ask()]
    await areInside(2)
    inside[0]?.send('done')
    await first
    const next = ask()
    await areInside(3)
    inside[2]?.send('done')
    assert.equal((await next).status, 200)
  })

  test('lets the next in when a visitor has gone without an answer', async () => {
    const leaving = open('/nb')
    leaving.sending.end()
    void ask()
    await areInside(2)
    const gone = once(inside[0] ?? server, 'close')
    leaving.sending.destroy()
    await gone
    const next = ask()
    await areInside(3)
    inside[2]?.send('done')
    assert.equal((await next).status, 200)
  })

  test('does not count forms that are still dripping in', async () => {
    const dripping = Array.from({ length: 5 }, () => open('/nb', 'POST'))
    for (const { sending } of dripping) sending.write('a')
    await areInside(5)
    const asked = ask()
    await areInside(6)
    inside[5]?.send('done')
    assert.equal((await asked).status, 200)
  })

  test('counts a form that has arrived', async () => {
    for (let count = 0; count < 2; count += 1) {
      const form = open('/nb', 'POST')
      form.sending.end('a=1')
    }
    await areInside(2)
    assert.equal((await ask()).status, 503)
  })

  test('turns most of 300 away who come at once on connections of their own, and lets two in at a time', async () => {
    const answers = Array.from({ length: 300 }, () => ask())
    await areInside(2)
    const answered = setInterval(
      () => inside.forEach((response) => response.headersSent || response.send('done')),
      20,
    )
    const statuses = (await Promise.all(answers)).map(({ status }) => status)
    clearInterval(answered)
    assert.deepEqual([...new Set(statuses)].sort(), [200, 503])
    assert.ok(statuses.filter((status) => status === 503).length > 200)
  })
})
