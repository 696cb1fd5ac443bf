import assert from 'node:assert/strict'
import test from 'node:test'
import express from 'express'
import { rememberLanguage } from '#app/server/remember-language.ts'
import { askingApp } from '#tests/support/ask-app.ts'

async function cookieFor(isSecure: boolean, path: string, cookie = ''): Promise<string | undefined> {
  const app = express()
  app.use(rememberLanguage({ isSecure }))
  app.use((_request, response) => void response.send('passed'))
  let set: string | undefined
  await askingApp(app, async (send) => {
    set = (await send(path, { headers: { Cookie: cookie } })).headers['set-cookie']?.[0]
  })
  return set
}

test('in production the cookie of the language is bound to the host and to https too', async () => {
  const cookie = await cookieFor(true, '/nn/passport')
  assert.match(cookie ?? '', /^__Host-language=nn; /)
  for (const wanted of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) assert.ok(cookie?.includes(wanted))
  assert.doesNotMatch(cookie ?? '', /Domain/)
})

test('a demonstration on plain http remembers the language as well', async () => {
  assert.match((await cookieFor(false, '/en')) ?? '', /^language=en; (?!.*Secure)/)
})

test('what is remembered is not said again, and a page without a language says nothing', async () => {
  assert.equal(await cookieFor(true, '/nb', '__Host-language=nb'), undefined)
  assert.equal(await cookieFor(true, '/healthz'), undefined)
})

test('the cookie that only we can set goes before one that a neighbour could', async () => {
  assert.match((await cookieFor(true, '/nb', 'language=nb; __Host-language=en')) ?? '', /=nb/)
})
