import { z } from 'zod'
import { DEMONSTRATION_KEY_ID } from './demonstration-keys.ts'
import type { Env } from './environment.ts'
import { SettingsError } from './settings-error.ts'

/** Without these nothing can be served in earnest. */
const NEEDED_IN_PRODUCTION = [
  'FIELD_KEY',
  'COOKIE_KEYS',
  'IDENTITY_HASH_KEY',
  'AUDIT_KEY',
  'BACKUP_KEY',
  'CITIZEN_CLIENT_KEY',
  'STAFF_CLIENT_KEY',
  'CITIZEN_ISSUER',
  'STAFF_ISSUER',
] as const

/** A part of the name that says so: test.idporten.no, login-ver2.example. */
const TEST_HOST = /(^|[.-])(test|tt\d*|ver\d*|sandbox|dev|demo)([.-]|$)/i

/**
 * Refuses what must not be served to real people: a test login, a missing or default secret, plain http.
 * @throws {SettingsError} with a sentence that says what to do
 */
export function refuseUnfitForProduction(env: Env): void {
  const missing = NEEDED_IN_PRODUCTION.find((name) => !env[name])
  if (missing) throw new SettingsError(`${missing} is missing: set one of your own in production.`)
  const isFromDemonstration = (text: string | undefined) =>
    (text ?? '').split(',').some((part) => part.startsWith(`${DEMONSTRATION_KEY_ID}:`)) ||
    kidOf(text) === DEMONSTRATION_KEY_ID
  const demonstration = NEEDED_IN_PRODUCTION.find((name) => isFromDemonstration(env[name]))
  if (demonstration) {
    throw new SettingsError(`${demonstration} is the demonstration's: set one of your own in production.`)
  }
  if (env.CLOCK_START) throw new SettingsError('CLOCK_START is for the demonstration only: remove it.')
  if (env.TEST_PROVIDER_PORT) {
    throw new SettingsError('TEST_PROVIDER_PORT is for the demonstration only: remove it.')
  }
  for (const name of ['BASE_URL', 'CITIZEN_ISSUER', 'STAFF_ISSUER', 'REGISTER_URL'] as const) {
    if (name === 'REGISTER_URL' && !env.REGISTER_URL) continue
    if (!env[name]?.startsWith('https:')) {
      throw new SettingsError(`${name} must be an https address in production.`)
    }
  }
  for (const name of ['CITIZEN_ISSUER', 'STAFF_ISSUER'] as const) {
    if (TEST_HOST.test(new URL(env[name] ?? '').hostname) || isLoopback(env[name] ?? '')) {
      throw new SettingsError(`${name} is a test: everybody can log in there as anybody.`)
    }
  }
  if (env.CITIZEN_ISSUER === env.STAFF_ISSUER) {
    throw new SettingsError(
      'CITIZEN_ISSUER and STAFF_ISSUER must be two: staff do not log in as citizens do.',
    )
  }
  refuseWithoutPost(env)
}

/** People must be reached, and what is written to them must not be read on the way. */
function refuseWithoutPost({ SMTP_URL, SMS_URL }: Env): void {
  if (!SMTP_URL) throw new SettingsError('SMTP_URL is missing: name the server that sends e-mail.')
  if (!SMS_URL) throw new SettingsError('SMS_URL is missing: name the service that sends text messages.')
  if (SMS_URL.startsWith('http:') && !isLoopback(SMS_URL)) {
    throw new SettingsError('SMS_URL must begin with https: in production.')
  }
}

/** True for an address on this machine. */
export function isLoopback(url: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname)
}

/** The id of a key that is a JWK; null for another kind. */
function kidOf(text: string | undefined): string | null {
  const start = (text ?? '').trimStart()
  return start.startsWith('{')
    ? (z.object({ kid: z.string() }).safeParse(JSON.parse(start)).data?.kid ?? null)
    : null
}
