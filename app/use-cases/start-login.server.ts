import { insertLoginAttempt } from '#db/queries/login-attempts.ts'
import type { Level } from '#app/domain/identity/assurance.ts'
import type { Audience } from '#app/domain/identity/session-rules.ts'
import { epochSeconds, type MessageLanguage } from '#app/domain/scheduling/appointment.ts'
import type { Identity } from './identity.server.ts'
import { hashOfSecret, randomSecret } from './session.server.ts'

export type StartLoginInput = {
  audience: Audience
  level: Level
  language: MessageLanguage
  /** A page of the portal, checked by `safeReturnPath`. */
  returnTo: string
  /** The cookie of a browser that is logging in already, in another tab; null when it has none. */
  browser: string | null
}

/**
 * Begins a login: what the provider will be asked is kept, bound to the browser, to be used once.
 * @returns where to send the person, and the secret for the cookie of the browser; null when the provider does not
 * answer: then nothing is kept
 */
export async function startLogin(
  identity: Identity,
  { audience, level, language, returnTo, browser }: StartLoginInput,
): Promise<{ address: string; browser: string } | null> {
  const { engine, clock, providers } = identity
  const secret = () => randomSecret(identity)
  const begun = { state: secret(), nonce: secret(), codeVerifier: secret() }
  const address = await providers[audience].loginAddress({ ...begun, level, language })
  if (address === null) return null
  const ours = browser ?? secret()
  await engine.write((tx) =>
    insertLoginAttempt(tx, engine.tables, {
      stateHash: hashOfSecret(begun.state),
      browserHash: hashOfSecret(ours),
      ...{ audience, level, language, returnTo, nonce: begun.nonce, codeVerifier: begun.codeVerifier },
      startedAt: epochSeconds(clock.now()),
    }),
  )
  return { address, browser: ours }
}
