import assert from 'node:assert/strict'
import test from 'node:test'
import { afterSensitiveWay } from '#app/routes/after-sensitive-way.server.ts'
import { createCookies } from '#app/server/session-cookie.ts'

const SECRET = 'w'.repeat(43)
const OTHER = 'x'.repeat(43)
const COOKIE = { Cookie: `forste-kontakt-way=${SECRET}` }

/** What is sealed opens with the same secret only. */
const seal = {
  close: (text: string, secret: string) => Buffer.from(`${secret} ${text}`).toString('base64url'),
  open: (sealed: string, secret: string) => {
    const text = Buffer.from(sealed, 'base64url').toString()
    return text.startsWith(`${secret} `) ? text.slice(secret.length + 1) : null
  },
}
const after = (path: string, headers: Record<string, string> = {}) =>
  afterSensitiveWay(new Request(`http://127.0.0.1${path}`, { headers }), {
    identity: { seal },
    cookies: createCookies({ isSecure: false }),
  })

test('after a sensitive way the address of what is looked for says nothing, and opens', () => {
  const hidden = after('/nb/offices', COOKIE).hide('/nb/offices?at=municipality-1506&open=now')
  assert.match(hidden, /^\/nb\/offices\?key=[\w-]+$/)
  assert.equal(after(hidden, COOKIE).search().toString(), 'at=municipality-1506&open=now')
  assert.equal(after(hidden).search().toString(), '', 'once the cookie is gone')
  assert.equal(
    after(hidden, { Cookie: `forste-kontakt-way=${OTHER}` })
      .search()
      .toString(),
    '',
  )
})

test('a plain address is led on to the sealed one', () => {
  assert.throws(
    () => after('/nb/offices?at=municipality-1506', COOKIE).search(),
    (thrown) =>
      thrown instanceof Response && /^\/nb\/offices\?key=/.test(thrown.headers.get('Location') ?? ''),
  )
})

test('for everybody else the address stays plain, and there is no link to leave', () => {
  const one = after('/nb/offices?at=country')
  assert.equal(one.search().get('at'), 'country')
  assert.equal(one.hide('/nb/offices?at=country'), '/nb/offices?at=country')
  assert.deepEqual(one.enhancements(['use-position']), ['use-position'])
  assert.deepEqual(after('/nb/offices', COOKIE).enhancements([]), ['leave-quickly'])
})
