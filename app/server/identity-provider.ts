import * as client from 'openid-client'
import { z } from 'zod'
import { ACR_OF_LEVEL, LEVELS, type Level } from '#app/domain/identity/assurance.ts'

/** How the portal is known to a provider, and where it finds it. */
export type ProviderSettings = {
  issuer: string
  clientId: string
  /** The private key of the client, as a JWK (RS256). */
  clientKey: string
  /** Addresses of ours, as they are registered there. */
  callback: string
  loggedOut: string
}

/** What a login said. `sid`: what the provider calls its session. `subject`: the national number of a citizen. */
export type Login = { subject: string; level: Level; sid: string | null; idToken: string }

type Begun = { state: string; nonce: string; codeVerifier: string }

/** `cancelled`: the person turned back there. `refused`: what came does not fit. `away`: only new logins wait. */
export type LoginRefusal = { ok: false; reason: 'cancelled' | 'refused' | 'away' }

export type IdentityProvider = {
  issuer: string
  /** Where its pages lie, as far as is known: often on another host than its name. */
  origins(): string[]
  /** Where to send a person to log in; null while the provider does not answer. */
  loginAddress(begun: Begun & { level: Level; language: string }): Promise<string | null>
  /** Exchanges what the provider sent back for who it is. */
  finish(callback: URL, begun: Begun): Promise<{ ok: true; login: Login } | LoginRefusal>
  /** Where the provider ends its session too; null while it does not answer: then ours ends alone. */
  logoutAddress(logout: { idToken: string; language: string }): Promise<string | null>
}

const Claims = z.object({
  sub: z.string().min(1),
  acr: z.unknown(),
  sid: z.string().min(1).max(200).optional(),
  pid: z
    .string()
    .regex(/^\d{11}$/)
    .optional(),
})

const ANSWER_SECONDS = 10

/** Found out anew after so long: a provider changes its addresses and keys at times. */
const METADATA_MILLISECONDS = 60 * 60_000

/**
 * An OpenID Connect provider as ID-porten is one: code flow, PKCE S256, state, nonce, `acr`, `private_key_jwt`. What it
 * says of itself is fetched at the first login and kept; when it is away later, the kept lasts on.
 * @param subjectOf which claim says who it is
 * @param onFailure is told, for the log, why a login failed
 */
export function createIdentityProvider(
  settings: ProviderSettings,
  { subjectOf, onFailure }: { subjectOf: 'pid' | 'sub'; onFailure: (error: unknown) => void },
): IdentityProvider {
  let known: { configuration: client.Configuration; at: number } | null = null
  let asking: Promise<void> | null = null

  async function configuration(): Promise<client.Configuration | null> {
    const isFresh = known && performance.now() - known.at < METADATA_MILLISECONDS
    if (!isFresh) asking ??= ask()
    // What is known lasts on while it is asked for anew: nobody waits for a provider that hangs.
    if (!known) await asking
    return known?.configuration ?? null
  }

  /** One question for all who wait. */
  async function ask(): Promise<void> {
    try {
      known = { configuration: await discover(settings), at: performance.now() }
    } catch (error) {
      onFailure(error)
    }
    asking = null
  }

  return {
    issuer: settings.issuer,
    origins() {
      const { authorization_endpoint, end_session_endpoint } = known?.configuration.serverMetadata() ?? {}
      const addresses = [settings.issuer, authorization_endpoint, end_session_endpoint]
      return addresses.flatMap((address) => (address ? [new URL(address).origin] : []))
    },
    async loginAddress({ state, nonce, codeVerifier, level, language }) {
      const config = await configuration()
      if (!config) return null
      const address = client.buildAuthorizationUrl(config, {
        ...{ state, nonce, redirect_uri: settings.callback, scope: 'openid', response_mode: 'query' },
        ...{ acr_values: ACR_OF_LEVEL[level], ui_locales: language },
        code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
      })
      return address.href
    },
    async finish(callback, { state, nonce, codeVerifier }) {
      const config = await configuration()
      if (!config) return { ok: false, reason: 'away' }
      // Behind a proxy our own address may look different; what is registered at the provider counts.
      const address = new URL(settings.callback)
      address.search = callback.search
      try {
        const tokens = await client.authorizationCodeGrant(config, address, {
          ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier },
          idTokenExpected: true,
        })
        const login = loginOf(tokens.claims(), tokens.id_token, subjectOf)
        return login ? { ok: true, login } : { ok: false, reason: 'refused' }
      } catch (error) {
        const reason = reasonOf(error)
        if (reason !== 'cancelled') onFailure(error)
        return { ok: false, reason }
      }
    },
    async logoutAddress({ idToken, language }) {
      const config = await configuration()
      if (!config?.serverMetadata().end_session_endpoint) return null
      return client.buildEndSessionUrl(config, {
        id_token_hint: idToken,
        post_logout_redirect_uri: settings.loggedOut,
        state: language,
        ui_locales: language,
      }).href
    },
  }
}

async function discover({ issuer, clientId, clientKey }: ProviderSettings): Promise<client.Configuration> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  const jwk = JSON.parse(clientKey)
  const key = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['sign'])
  const metadata = { id_token_signed_response_alg: 'RS256' }
  return client.discovery(new URL(issuer), clientId, metadata, client.PrivateKeyJwt({ key, kid: jwk.kid }), {
    timeout: ANSWER_SECONDS,
    execute: [
      client.enableNonRepudiationChecks,
      // In production no issuer on plain http gets past the settings.
      ...(issuer.startsWith('http:') ? [client.allowInsecureRequests] : []),
    ],
  })
}

/** Null when the ID token lacks what a login must say. */
function loginOf(claims: unknown, idToken: string | undefined, subjectOf: 'pid' | 'sub'): Login | null {
  const said = Claims.safeParse(claims).data
  const level = LEVELS.find((known) => ACR_OF_LEVEL[known] === said?.acr)
  const subject = said?.[subjectOf]
  return subject && level && idToken ? { subject, level, sid: said.sid ?? null, idToken } : null
}

/** What the provider refused, and what does not fit together, is no login; that it does not answer is another thing. */
function reasonOf(error: unknown): LoginRefusal['reason'] {
  if (error instanceof client.AuthorizationResponseError) {
    return ['access_denied', 'login_required', 'interaction_required'].includes(error.error)
      ? 'cancelled'
      : 'refused'
  }
  if (error instanceof client.ResponseBodyError) return error.status < 500 ? 'refused' : 'away'
  return error instanceof client.ClientError && !UNANSWERED.includes(error.code ?? '') ? 'refused' : 'away'
}

/** A token endpoint that answers with an error of its own house, or not in time, is away. */
const UNANSWERED = ['OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_TIMEOUT']
