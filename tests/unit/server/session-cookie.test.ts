import assert from 'node:assert/strict'
import test from 'node:test'
import { createCookies } from '#app/server/session-cookie.ts'

const SECRET = 's'.repeat(43)

for (const isSecure of [true, false]) {
  const cookies = createCookies({ isSecure })
  const pairOf = (name: 'citizen' | 'staff' | 'login') => cookies.set(name, SECRET).split(';')[0] ?? ''

  test(`a request brings a login with the cookie of either session, on ${isSecure ? 'https' : 'http'}`, () => {
    for (const audience of ['citizen', 'staff'] as const) {
      assert.equal(cookies.hasLogin(`language=nb; ${pairOf(audience)}`), true)
      assert.equal(cookies.read(pairOf(audience), audience), SECRET)
    }
  })

  test(`a request brings none while somebody is logging in, or without cookies, on ${isSecure ? 'https' : 'http'}`, () => {
    for (const header of [null, '', 'language=nb', pairOf('login')]) {
      assert.equal(cookies.hasLogin(header), false)
    }
  })
}

test('of two cookies with one name neither is believed', () => {
  const cookies = createCookies({ isSecure: false })
  const pair = `forste-kontakt-citizen=${SECRET}`
  assert.equal(cookies.read(`${pair}; ${pair}`, 'citizen'), null)
})
