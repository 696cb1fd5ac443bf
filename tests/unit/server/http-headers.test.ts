import assert from 'node:assert/strict'
import test from 'node:test'
import express, { type RequestHandler } from 'express'
import { cachePolicy, plainHeaders, PUBLIC_PAGES, securityHeaders } from '#app/server/http-headers.ts'
import { createRouteTable } from '#app/server/route-table.ts'
import { seeing } from '#tests/support/a-visit.ts'
import { askingApp, type AppAnswer } from '#tests/support/ask-app.ts'
import { ownRoutes } from '#tests/support/own-routes.ts'

const { patterns } = createRouteTable(ownRoutes())

test('every page that is listed as public exists', () => {
  assert.deepEqual(
    PUBLIC_PAGES.filter((page) => !patterns.includes(page)),
    [],
  )
})

for (const pattern of [...patterns, '/:language/a-new-page', null]) {
  if (pattern !== null && (PUBLIC_PAGES.includes(pattern) || pattern.endsWith('.json'))) continue
  test(`nobody keeps a page that is not listed as public: ${pattern}`, () => {
    assert.equal(cachePolicy(pattern, { bringsLogin: false }), 'no-store')
  })
}

test('nobody keeps a public page of somebody who is logged in: it says their name', () => {
  for (const page of PUBLIC_PAGES) {
    assert.equal(cachePolicy(page, { bringsLogin: false }), 'private, no-cache')
    assert.equal(cachePolicy(page, { bringsLogin: true }), 'no-store')
  }
})

test('what a form of the booking answers is kept for "back", unless it shows who somebody is or their appointment', () => {
  const step = '/:language/passport/book/who'
  const asked = { bringsLogin: false, isForm: true }
  assert.ok(patterns.includes(step))
  assert.equal(cachePolicy(step, asked), 'private, no-cache')
  assert.equal(cachePolicy(step, { ...asked, hasSecret: true }), 'no-store')
  assert.equal(cachePolicy(step, { ...asked, bringsLogin: true }), 'no-store')
  for (const personal of ['/:language/passport/book/:secret/contact', '/:language/contact/:municipality']) {
    assert.ok(patterns.includes(personal))
    assert.equal(cachePolicy(personal, asked), 'no-store')
  }
})

test('no page with a secret is public', () => {
  assert.deepEqual(
    PUBLIC_PAGES.filter((page) => /secret|book|:(?!language)/.test(page)),
    [],
  )
})

async function headersOf(
  options: Parameters<typeof securityHeaders>[0],
  headersFor: (options: Parameters<typeof securityHeaders>[0]) => RequestHandler = securityHeaders,
): Promise<AppAnswer['headers'][]> {
  const app = express()
  app.use(await seeing())
  app.use(headersFor(options))
  app.use((_request, response) => void response.send('passed'))
  const headers: AppAnswer['headers'][] = []
  await askingApp(app, async (send) => {
    headers.push((await send('/nb')).headers, (await send('/nb')).headers)
  })
  return headers
}

test('scripts that stand in a page need a nonce that each answer has of its own', async () => {
  const nonces = (await headersOf({ production: true, development: false })).map(
    (headers) => /script-src 'self' 'nonce-(\w{26})'/.exec(String(headers['content-security-policy']))?.[1],
  )
  assert.ok(nonces[0] && nonces[1])
  assert.notEqual(nonces[0], nonces[1])
})

test('production allows nothing inline and asks for https', async () => {
  const [headers] = await headersOf({ production: true, development: false })
  assert.doesNotMatch(String(headers?.['content-security-policy']), /unsafe|\*/)
  assert.equal(headers?.['strict-transport-security'], 'max-age=63072000; includeSubDomains')
})

test('a demonstration on plain http does not ask for https', async () => {
  const [headers] = await headersOf({ production: false, development: false })
  assert.equal(headers?.['strict-transport-security'], undefined)
})

for (const [what, headersFor] of [
  ['a page', securityHeaders],
  ['a plain answer', plainHeaders],
] as const) {
  test(`${what} loads no object, keeps its base, lies in no frame, and is what it says it is`, async () => {
    const [headers] = await headersOf({ production: true, development: false }, headersFor)
    const policy = String(headers?.['content-security-policy']).split(';')
    for (const directive of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
      assert.ok(policy.includes(directive), directive)
    }
    assert.equal(headers?.['x-content-type-options'], 'nosniff')
    assert.equal(headers?.['referrer-policy'], 'same-origin')
    assert.equal(headers?.['cross-origin-opener-policy'], 'same-origin')
    assert.match(String(headers?.['strict-transport-security']), /^max-age=\d{8}; includeSubDomains$/)
  })
}

test('a form may lead to those who are named, and to nobody else', async () => {
  const formActions = () => ['https://id.example.org']
  const [own] = await headersOf({ production: true, development: false })
  const [more] = await headersOf({ production: true, development: false, formActions })
  assert.match(String(own?.['content-security-policy']), /form-action 'self';/)
  assert.match(String(more?.['content-security-policy']), /form-action 'self' https:\/\/id\.example\.org;/)
})
