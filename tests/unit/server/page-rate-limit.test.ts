import assert from 'node:assert/strict'
import test from 'node:test'
import express from 'express'
import { createPageRateLimit } from '#app/server/page-rate-limit.ts'
import { seeing } from '#tests/support/a-visit.ts'
import { askingApp, type AskApp } from '#tests/support/ask-app.ts'

const few = (most: number) => ({ most, seconds: 60 })
const LIMITS = {
  reads: { address: few(2), network: few(3) },
  forms: { address: few(1), network: few(1) },
  'open-data': { address: few(3), network: few(4) },
  ownLink: few(2),
}

async function limited(limits: typeof LIMITS | null, ask: (send: AskApp) => Promise<void>): Promise<void> {
  const app = express()
  app.set('trust proxy', 'loopback')
  app.use(await seeing())
  app.use(
    createPageRateLimit({
      limits: () => limits,
      ownKey: (request) => (request.path.startsWith('/nb/own') ? request.path : null),
    }),
  )
  app.use((_request, response) => void response.send('passed'))
  await askingApp(app, ask)
}

const from = (address: string) => ({ headers: { 'X-Forwarded-For': address } })

test('an address reads so many pages, then it is told how long to wait and whom to call', () =>
  limited(LIMITS, async (send) => {
    const answers = [await send('/en', from('192.0.2.1')), await send('/en', from('192.0.2.1'))]
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200],
    )
    const { status, headers, text } = await send('/en', from('192.0.2.1'))
    assert.equal(status, 429)
    assert.ok(Number(headers['retry-after']) > 0 && Number(headers['retry-after']) <= 60)
    assert.equal(headers['cache-control'], 'no-store')
    assert.match(text, /Wait 1 minute and try again\./)
    assert.match(text, /02800[^]*112/)
    assert.ok(text.includes(String(headers['x-request-id'])))
  }))

test('its neighbours are counted together too, and strangers are not', () =>
  limited(LIMITS, async (send) => {
    const statuses: number[] = []
    for (const address of ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4', '198.51.100.1']) {
      statuses.push((await send('/nb', from(address))).status)
    }
    assert.deepEqual(statuses, [200, 200, 200, 429, 200])
  }))

test('who is over their own limit uses up nothing of their neighbours', () =>
  limited(LIMITS, async (send) => {
    for (let count = 0; count < 9; count += 1) await send('/nb', from('192.0.2.1'))
    assert.equal((await send('/nb', from('192.0.2.2'))).status, 200)
  }))

test('pages and forms are counted apart', () =>
  limited(LIMITS, async (send) => {
    const form = { method: 'POST', ...from('192.0.2.1') }
    assert.deepEqual([(await send('/nb', form)).status, (await send('/nb', form)).status], [200, 429])
    assert.equal((await send('/nb', from('192.0.2.1'))).status, 200)
  }))

test('who has a link of their own goes on when the address has used up its allowance, for so long', () =>
  limited(LIMITS, async (send) => {
    for (let count = 0; count < 3; count += 1) await send('/nb', from('192.0.2.1'))
    const statuses: number[] = []
    for (let count = 0; count < 3; count += 1)
      statuses.push((await send('/nb/own', from('192.0.2.1'))).status)
    assert.deepEqual(statuses, [200, 200, 429])
  }))

test('nobody is counted before the portal is open', () =>
  limited(null, async (send) => {
    for (let count = 0; count < 9; count += 1) assert.equal((await send('/nb')).status, 200)
  }))

test('an address that a stranger invents is not believed without a proxy', async () => {
  const app = express()
  app.use(await seeing())
  app.use(createPageRateLimit({ limits: () => LIMITS, ownKey: () => null }))
  app.use((_request, response) => void response.send('passed'))
  await askingApp(app, async (send) => {
    const statuses: number[] = []
    for (const address of ['192.0.2.1', '198.51.100.1', '203.0.113.1']) {
      statuses.push((await send('/nb', from(address))).status)
    }
    assert.deepEqual(statuses, [200, 200, 429])
  })
})
