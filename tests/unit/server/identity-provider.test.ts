import assert from 'node:assert/strict'
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import test, { after, before, beforeEach, describe } from 'node:test'
import { createIdentityProvider, type IdentityProvider } from '#app/server/identity-provider.ts'

const KEY_ID = 'key-1'
const BEGUN = { state: 's'.repeat(43), nonce: 'n'.repeat(43), codeVerifier: 'v'.repeat(43) }
const CLIENT_ID = 'forste-kontakt'

type Claims = Record<string, unknown>

/** A provider of these tests, which lies when it is told to. The one of the demonstration is certified and never does. */
describe('What an identity provider says', () => {
  const ours = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const theirs = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const strangers = generateKeyPairSync('rsa', { modulusLength: 2048 })
  let issuer = ''
  let lies: { issuer?: string; claims?: Claims; sign?: (claims: Claims) => string } = {}
  let asked: URLSearchParams | null = null

  const server = createServer(async (request, response) => {
    const answer = (body: unknown) => response.setHeader('Content-Type', 'application/json').end(json(body))
    const path = request.url ?? ''
    if (path.endsWith('/.well-known/openid-configuration')) {
      answer({
        issuer: lies.issuer ?? issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        authorization_response_iss_parameter_supported: true,
      })
    } else if (path.endsWith('/jwks')) {
      answer({
        keys: [{ ...theirs.publicKey.export({ format: 'jwk' }), kid: KEY_ID, alg: 'RS256', use: 'sig' }],
      })
    } else {
      let body = ''
      for await (const some of request) body += some
      asked = new URLSearchParams(body)
      const claims = { ...rightClaims(), ...lies.claims }
      const sign = lies.sign ?? ((some: Claims) => signed(some, theirs.privateKey))
      answer({ access_token: 'access', token_type: 'Bearer', expires_in: 60, id_token: sign(claims) })
    }
  })

  before(async () => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  })
  beforeEach(() => {
    lies = {}
    asked = null
  })
  after(() => {
    server.closeAllConnections()
    server.close()
  })

  function rightClaims(): Claims {
    const now = Math.floor(Date.now() / 1000)
    return {
      ...{ iss: issuer, aud: CLIENT_ID, sub: 'subject-1', nonce: BEGUN.nonce, iat: now, exp: now + 60 },
      ...{ acr: 'idporten-loa-substantial', pid: '17858430038' },
    }
  }

  function provider(): IdentityProvider {
    const clientKey = json({ ...ours.privateKey.export({ format: 'jwk' }), kid: 'ours' })
    const callback = 'http://portal.example/login/citizen/callback'
    const loggedOut = 'http://portal.example/login/citizen/logged-out'
    return createIdentityProvider(
      { issuer, clientId: CLIENT_ID, clientKey, callback, loggedOut },
      { subjectOf: 'pid', onFailure: () => {} },
    )
  }

  function finish() {
    const callback = new URL('http://portal.example/login/citizen/callback')
    callback.search = new URLSearchParams({ code: 'code', state: BEGUN.state, iss: issuer }).toString()
    return provider().finish(callback, BEGUN)
  }

  test('is believed when all of it fits', async () => {
    const finished = await finish()
    assert.ok(finished.ok)
    assert.deepEqual([finished.login.subject, finished.login.level], ['17858430038', 'substantial'])
    assert.equal(asked?.get('code_verifier'), BEGUN.codeVerifier)
    assert.match(asked?.get('client_assertion') ?? '', /^[\w-]+\.[\w-]+\.[\w-]+$/)
    assert.equal(asked?.get('client_secret'), null)
  })

  const wrong: [string, () => typeof lies][] = [
    ['was said to another login (nonce)', () => ({ claims: { nonce: 'x'.repeat(43) } })],
    ['was said to no login (no nonce)', () => ({ claims: { nonce: undefined } })],
    ['was said to another client (aud)', () => ({ claims: { aud: 'another-client' } })],
    ['was said to several clients, and not for us', () => ({ claims: { aud: ['another', CLIENT_ID] } })],
    ['was said by another issuer (iss)', () => ({ claims: { iss: 'https://evil.example' } })],
    ['is over (exp)', () => ({ claims: { exp: 1_000_000_000 } })],
    ['says no level (acr)', () => ({ claims: { acr: undefined } })],
    ['says a level that we do not know (acr)', () => ({ claims: { acr: 'idporten-loa-low' } })],
    ['does not say who it is', () => ({ claims: { pid: undefined } })],
    ['is signed by somebody else', () => ({ sign: (claims) => signed(claims, strangers.privateKey) })],
    ['is not signed (alg none)', () => ({ sign: (claims) => `${part({ alg: 'none' })}.${part(claims)}.` })],
    [
      'was changed after it was signed',
      () => ({
        sign(claims) {
          const [header, , signature] = signed(claims, theirs.privateKey).split('.')
          return [header, part({ ...claims, pid: '13897248022' }), signature].join('.')
        },
      }),
    ],
    [
      'names a key of its own in the header (jwk)',
      () => ({
        sign: (claims) =>
          signed(claims, strangers.privateKey, { jwk: strangers.publicKey.export({ format: 'jwk' }) }),
      }),
    ],
  ]
  for (const [what, lie] of wrong) {
    test(`is not believed when it ${what}`, async () => {
      lies = lie()
      assert.deepEqual(await finish(), { ok: false, reason: 'refused' })
    })
  }

  test('is not asked for when its metadata name another issuer', async () => {
    lies = { issuer: 'https://evil.example' }
    assert.equal(await provider().loginAddress({ ...BEGUN, level: 'substantial', language: 'nb' }), null)
    assert.deepEqual(await finish(), { ok: false, reason: 'away' })
    assert.equal(asked, null, 'no code was given to it')
  })

  test('is asked for with state, nonce, a challenge that is no plain text, the code flow and one scope', async () => {
    const address = await provider().loginAddress({ ...BEGUN, level: 'high', language: 'nn' })
    const { searchParams } = new URL(address ?? '')
    assert.deepEqual(
      ['response_type', 'state', 'nonce', 'code_challenge_method', 'scope', 'acr_values', 'ui_locales'].map(
        (name) => searchParams.get(name),
      ),
      ['code', BEGUN.state, BEGUN.nonce, 'S256', 'openid', 'idporten-loa-high', 'nn'],
    )
    assert.notEqual(searchParams.get('code_challenge'), BEGUN.codeVerifier)
  })
})

function json(value: unknown): string {
  return JSON.stringify(value)
}

function part(value: unknown): string {
  return Buffer.from(json(value)).toString('base64url')
}

function signed(claims: Claims, key: KeyObject, more: Claims = {}): string {
  const text = `${part({ alg: 'RS256', kid: KEY_ID, ...more })}.${part(claims)}`
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`
}
