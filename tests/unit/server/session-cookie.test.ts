import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import test from 'node:test'
import { createCookies, type CookieName } from '#app/server/session-cookie.ts'

const NAMES: readonly CookieName[] = ['citizen', 'staff', 'login']
const secure = createCookies({ isSecure: true })
const plain = createCookies({ isSecure: false })
const A_SECRET = 's'.repeat(43)
const aSecret = () => randomBytes(32).toString('base64url')

for (const name of NAMES) {
  test(`in production the cookie of ${name} is bound to the host and to https, and no script reads it`, () => {
    for (const cookie of [secure.set(name, aSecret()), secure.clear(name)]) {
      const [pair = '', ...attributes] = cookie.split('; ')
      assert.match(pair, /^__Host-forste-kontakt-/)
      for (const wanted of ['Path=/', 'HttpOnly', 'SameSite=Lax', 'Secure']) {
        assert.ok(attributes.includes(wanted), `${wanted}: ${cookie}`)
      }
      // A cookie with a domain of its own is no cookie of the host.
      assert.doesNotMatch(cookie, /Domain/i)
    }
  })

  test(`what was set for ${name} is read back, and nothing else is`, () => {
    const secret = aSecret()
    const [pair = ''] = secure.set(name, secret).split('; ')
    assert.equal(secure.read(`language=nb; ${pair}`, name), secret)
    assert.equal(secure.read(null, name), null)
    for (const other of NAMES.filter((some) => some !== name)) assert.equal(secure.read(pair, other), null)
    assert.equal(secure.read(pair.replace('__Host-', ''), name), null, 'one that a neighbour could set')
    assert.equal(secure.read(pair.slice(0, -1), name), null, 'one that is too short')
  })
}

for (const isSecure of [true, false]) {
  const cookies = createCookies({ isSecure })
  const pairOf = (name: 'citizen' | 'staff' | 'login') => cookies.set(name, A_SECRET).split(';')[0] ?? ''

  test(`a request brings a login with the cookie of either session, on ${isSecure ? 'https' : 'http'}`, () => {
    for (const audience of ['citizen', 'staff'] as const) {
      assert.equal(cookies.hasLogin(`language=nb; ${pairOf(audience)}`), true)
      assert.equal(cookies.read(pairOf(audience), audience), A_SECRET)
    }
  })

  test(`a request brings none while somebody is logging in, or without cookies, on ${isSecure ? 'https' : 'http'}`, () => {
    for (const header of [null, '', 'language=nb', pairOf('login')]) {
      assert.equal(cookies.hasLogin(header), false)
    }
  })
}

test('of two cookies of one name neither is believed: one was planted', () => {
  const pair = () => plain.set('citizen', aSecret()).split('; ')[0]
  assert.equal(plain.read(`${pair()}; ${pair()}`, 'citizen'), null)
})

test('a session ends with the browser; a browser that logs in is known for ten minutes', () => {
  assert.doesNotMatch(secure.set('citizen', aSecret()), /Max-Age|Expires/)
  assert.match(secure.set('login', aSecret()), /; Max-Age=600$/)
})
