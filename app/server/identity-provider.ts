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

export type IdentityProvider = {
  issuer: string
  /** @throws {ProviderAway} */
  loginAddress(begun: Begun & { level: Level; language: string }): Promise<string>
  /**
   * Exchanges what the provider sent back for who it is.
   * @throws {ProviderAway}
   * @throws {LoginRefused} for everything that does not fit, and for what the person cancelled there
   */
  finish(callback: URL, begun: Begun): Promise<Login>
  /** Where the provider ends its session too; null while it does not answer: then ours ends alone. */
  logoutAddress(logout: { idToken: string; language: string }): Promise<string | null>
}

/** The provider does not answer. Sessions live on; only new logins wait. */
export class ProviderAway extends Error {
  override name = 'ProviderAway'
}

/** The provider's answer was no login. `cancelled`: the person turned back there. */
export class LoginRefused extends Error {
  override name = 'LoginRefused'
  readonly isCancelled: boolean
  constructor(
    message: string,
    { isCancelled = false, cause }: { isCancelled?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause })
    this.isCancelled = isCancelled
  }
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
 */
export function createIdentityProvider(
  settings: ProviderSettings,
  { subjectOf }: { subjectOf: 'pid' | 'sub' },
): IdentityProvider {
  let known: { configuration: client.Configuration; at: number } | null = null

  async function configuration(): Promise<client.Configuration> {
    if (known && performance.now() - known.at < METADATA_MILLISECONDS) return known.configuration
    try {
      known = { configuration: await discover(settings), at: performance.now() }
    } catch (error) {
      if (!known) throw new ProviderAway('The identity provider does not answer', { cause: error })
    }
    return known.configuration
  }

  return {
    issuer: settings.issuer,
    async loginAddress({ state, nonce, codeVerifier, level, language }) {
      const address = client.buildAuthorizationUrl(await configuration(), {
        ...{ state, nonce, redirect_uri: settings.callback, scope: 'openid', response_mode: 'query' },
        ...{ acr_values: ACR_OF_LEVEL[level], ui_locales: language },
        code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
      })
      return address.href
    },
    async finish(callback, { state, nonce, codeVerifier }) {
      const config = await configuration()
      // Behind a proxy our own address may look different; what is registered at the provider counts.
      const address = new URL(settings.callback)
      address.search = callback.search
      const tokens = await client
        .authorizationCodeGrant(config, address, {
          ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier },
          idTokenExpected: true,
        })
        .catch((error) => {
          throw asOurs(error)
        })
      const claims = Claims.safeParse(tokens.claims())
      const level = LEVELS.find((known) => ACR_OF_LEVEL[known] === claims.data?.acr)
      const subject = claims.data?.[subjectOf]
      if (!claims.success || !level || subject === undefined || !tokens.id_token) {
        throw new LoginRefused('The ID token lacks what a login must say')
      }
      return { subject, level, sid: claims.data.sid ?? null, idToken: tokens.id_token }
    },
    async logoutAddress({ idToken, language }) {
      const config = await configuration().catch(() => null)
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

/** What the provider refused, and what does not fit together, is no login; that it does not answer is another thing. */
function asOurs(error: unknown): Error {
  if (error instanceof client.AuthorizationResponseError) {
    const isCancelled = ['access_denied', 'login_required', 'interaction_required'].includes(error.error)
    return new LoginRefused(`The provider answered ${error.error}`, { isCancelled, cause: error })
  }
  if (error instanceof client.ResponseBodyError && error.status < 500) {
    return new LoginRefused(`The provider refused the code: ${error.error}`, { cause: error })
  }
  if (error instanceof client.ClientError && error.code !== 'OAUTH_TIMEOUT' && !isUnanswered(error)) {
    return new LoginRefused(`The answer of the provider does not fit: ${error.code}`, { cause: error })
  }
  return new ProviderAway('The identity provider does not answer', { cause: error })
}

/** A token endpoint that answers with an error of its own house is away, whatever it looks like to the client. */
function isUnanswered({ code }: client.ClientError): boolean {
  return code === 'OAUTH_RESPONSE_IS_NOT_CONFORM' || code === 'OAUTH_RESPONSE_IS_NOT_JSON'
}
