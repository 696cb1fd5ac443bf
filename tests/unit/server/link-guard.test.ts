import assert from 'node:assert/strict'
import test from 'node:test'
import express, { type ErrorRequestHandler } from 'express'
import { createLinkGuard } from '#app/server/link-guard.ts'
import { createRouteTable } from '#app/server/route-table.ts'
import { seeing } from '#tests/support/a-visit.ts'
import { askingApp, type AskApp } from '#tests/support/ask-app.ts'

const RIGHT = 'r'.repeat(22)
const WRONG = 'w'.repeat(22)
const ROUTES = createRouteTable([
  { id: 'a', path: ':language/appointments/:secret' },
  { id: 'b', path: ':language' },
])

/** Lets two wrong ones pass. */
async function guarded(
  { isKnown = async (hash: string) => hash === `hash of ${RIGHT}` },
  ask: (send: AskApp, counted: () => number) => Promise<void>,
): Promise<void> {
  let count = 0
  const links = createLinkGuard({
    isKnown,
    hashOf: (secret) => `hash of ${secret}`,
    countWrong: async () => ((count += 1) > 2 ? { ok: false, retryAfterSeconds: 3_000 } : { ok: true }),
    isAway: (error) => error instanceof RangeError,
  })
  const app = express()
  app.use(await seeing(ROUTES))
  app.use(links.guard)
  app.use((request, response) => void response.send(`passed ${links.ownKey(request)}`))
  const failed: ErrorRequestHandler = (_error, _request, response, _next) => void response.status(500).end()
  app.use(failed)
  await askingApp(app, (send) => ask(send, () => count))
}

for (const path of [
  `/nb/appointments/${WRONG}`,
  `/nb?hold=${WRONG}`,
  `/nb?change=${WRONG}`,
  `/nb/appointments/${WRONG}.data`,
]) {
  test(`a secret that opens nothing is counted, and too many are refused: ${path}`, () =>
    guarded({}, async (send) => {
      const answers = [await send(path), await send(path), await send(path)]
      assert.deepEqual(
        answers.map(({ status }) => status),
        [200, 200, 429],
      )
      assert.equal(answers[2]?.headers['retry-after'], '3000')
    }))
}

test('a right one is never refused, whatever the neighbours try', () =>
  guarded({}, async (send) => {
    for (let time = 0; time < 9; time += 1) await send(`/nb/appointments/${WRONG}`)
    assert.equal((await send(`/nb/appointments/${RIGHT}`)).status, 200)
  }))

test('a page without a secret asks nobody', () =>
  guarded({ isKnown: async () => Promise.reject(new Error('asked')) }, async (send, counted) => {
    assert.equal((await send('/nb?hold=short')).status, 200)
    assert.equal(counted(), 0)
  }))

test('who showed a right one is known by it from then on', () =>
  guarded({}, async (send) => {
    assert.equal((await send(`/nb/appointments/${WRONG}`)).text, 'passed null')
    assert.equal((await send(`/nb/appointments/${RIGHT}`)).text, `passed hash of ${RIGHT}`)
  }))

test('while the database is away the page may say so itself', () =>
  guarded({ isKnown: async () => Promise.reject(new RangeError()) }, async (send) => {
    assert.equal((await send(`/nb/appointments/${RIGHT}`)).status, 200)
  }))

test('a bug is not hidden', () =>
  guarded({ isKnown: async () => Promise.reject(new TypeError()) }, async (send) => {
    assert.equal((await send(`/nb/appointments/${RIGHT}`)).status, 500)
  }))
