import { join } from 'node:path'
import { z } from 'zod'
import { DEMONSTRATION_KEY_ID, demonstrationKeys, type KeyName } from './demonstration-keys.ts'
import type { ProviderSettings } from './identity-provider.ts'
import { LOG_LEVELS, type LogLevel } from './log-level.ts'
import { parseTrustProxy, type TrustProxy } from './trust-proxy.ts'

const Key = z
  .string()
  .regex(/^[\w-]+:[\w-]{43,}$/, 'must be an id, a colon and at least 43 letters or digits')
/** The first is used; the others still open what was made with them. */
const Keys = z
  .string()
  .regex(
    /^[\w-]+:[\w-]{43,}(,[\w-]+:[\w-]{43,})*$/,
    'must be an id, a colon and at least 43 letters or digits; older ones follow after a comma',
  )
const ClientKey = z.string().refine(isPrivateKey, 'must be a private RSA key as a JWK with a kid')

const Environment = z.object({
  PORTAL_MODE: z.enum(['demo', 'production']).default('demo'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  BASE_URL: z.url().optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|postgres(ql)?:\/\/)/, 'must begin with file: or postgres://')
    .optional(),
  FIELD_KEY: Key.optional(),
  COOKIE_KEYS: Keys.optional(),
  IDENTITY_HASH_KEY: Keys.optional(),
  CITIZEN_ISSUER: z.url().optional(),
  CITIZEN_CLIENT_ID: z.string().min(1).default('forste-kontakt'),
  CITIZEN_CLIENT_KEY: ClientKey.optional(),
  STAFF_ISSUER: z.url().optional(),
  STAFF_CLIENT_ID: z.string().min(1).default('forste-kontakt-staff'),
  STAFF_CLIENT_KEY: ClientKey.optional(),
  REGISTER_URL: z.url().optional(),
  TEST_PROVIDER_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  AUDIT_KEY: Key.optional(),
  BACKUP_KEY: Keys.optional(),
  AUDIT_HEAD_FILE: z.string().min(1).optional(),
  BACKUP_DIR: z.string().min(1).optional(),
  BACKUP_EVERY_HOURS: z.coerce
    .number()
    .positive()
    .max(24 * 7)
    .default(24),
  BACKUPS_KEPT: z.coerce.number().int().min(1).default(14),
  TRUST_PROXY: z
    .string()
    .default('')
    .transform((text, context) => {
      const trust = parseTrustProxy(text)
      if (trust !== undefined) return trust
      context.addIssue(
        'must be how many proxies there are, or their addresses: "1" or "10.0.0.0/8, loopback"',
      )
      return z.NEVER
    }),
  METRICS_PORT: z
    .literal('')
    .transform(() => null)
    .or(z.coerce.number().int().min(0).max(65_535))
    .default(null),
  LOG_LEVEL: z.enum(LOG_LEVELS).optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^/]/, 'must begin with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.email('must be an e-mail address').optional(),
  SMS_URL: z
    .string()
    .regex(/^https?:\/\/[^/]/, 'must begin with http:// or https://')
    .refine((text) => URL.canParse(text), 'must be an address')
    .optional(),
  WORKER: z.enum(['inside', 'apart']).default('inside'),
  CLOCK_START: z.string().refine(isInstant, 'must be an instant like 2026-11-23T07:00:00Z').optional(),
})

export type Settings = {
  mode: 'demo' | 'production'
  host: string
  port: number
  baseUrl: string
  databaseUrl: string
  dataDir: string
  fieldKey: string
  /** One or more keys, the one in use first: see key-ring.ts. */
  cookieKeys: string
  identityHashKey: string
  citizenProvider: ProviderSettings
  staffProvider: ProviderSettings
  /** Where the registers of people answer; null: nobody's data is known. */
  registerUrl: string | null
  /** The identity provider of synthetic people that the demonstration brings; null where there are real ones. */
  testProvider: { port: number; key: string } | null
  auditKey: string
  /** One or more, separated by commas: the first makes backups, all open them. */
  backupKey: string
  auditHeadFile: string
  /** What is made without being asked for; null: nothing is. */
  scheduledBackup: { folder: string; everyHours: number; kept: number } | null
  /** Whose word is taken for where a request comes from; null: nobody's. */
  trustProxy: TrustProxy
  /** The port on loopback for the counters; null: none. */
  metricsPort: number | null
  logLevel: LogLevel
  /** Where e-mail goes; null: files of the demonstration. */
  smtpUrl: string | null
  /** The sender's address. */
  mailFrom: string
  /** Where text messages go; null: files of the demonstration. */
  smsUrl: string | null
  /** Whether timed work is done inside the server or by `npm run worker`. */
  worker: 'inside' | 'apart'
  clockStart: Temporal.Instant | undefined
}

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

/**
 * Reads the settings from the environment (README has the table).
 * @throws {SettingsError} with a sentence that says what to do
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`)
    throw new SettingsError(lines.join('\n'))
  }
  const env = parsed.data
  const demo = env.PORTAL_MODE === 'demo'
  if (!demo) refuseDemonstration(env)
  const given = (name: KeyName): string => (name === 'TEST_PROVIDER_KEY' ? '' : (env[name] ?? ''))
  const keyOf = demo ? demonstrationKeys(env.DATA_DIR, env) : given
  const baseUrl = env.BASE_URL ?? `http://localhost:${env.PORT}`
  const hostName = new URL(baseUrl).hostname
  const testOrigin = `http://${hostName}:${env.TEST_PROVIDER_PORT ?? env.PORT + 1}`
  if (!demo) refuseWithoutPost(env)
  const databaseUrl = env.DATABASE_URL ?? `file:${join(env.DATA_DIR, 'portal.db')}`
  if (env.WORKER === 'apart' && databaseUrl.startsWith('file:')) {
    throw new SettingsError('WORKER=apart needs PostgreSQL: on SQLite the work is done inside the server.')
  }
  return {
    mode: env.PORTAL_MODE,
    host: env.HOST,
    port: env.PORT,
    baseUrl,
    databaseUrl,
    dataDir: env.DATA_DIR,
    fieldKey: keyOf('FIELD_KEY'),
    cookieKeys: keyOf('COOKIE_KEYS'),
    identityHashKey: keyOf('IDENTITY_HASH_KEY'),
    citizenProvider: {
      issuer: env.CITIZEN_ISSUER ?? `${testOrigin}/citizen`,
      clientId: env.CITIZEN_CLIENT_ID,
      clientKey: keyOf('CITIZEN_CLIENT_KEY'),
      callback: new URL('/login/citizen/callback', baseUrl).href,
      loggedOut: new URL('/login/citizen/logged-out', baseUrl).href,
    },
    staffProvider: {
      issuer: env.STAFF_ISSUER ?? `${testOrigin}/staff`,
      clientId: env.STAFF_CLIENT_ID,
      clientKey: keyOf('STAFF_CLIENT_KEY'),
      callback: new URL('/login/staff/callback', baseUrl).href,
      loggedOut: new URL('/login/staff/logged-out', baseUrl).href,
    },
    registerUrl: env.REGISTER_URL ?? (demo ? `${testOrigin}/register` : null),
    testProvider:
      demo && !(env.CITIZEN_ISSUER && env.STAFF_ISSUER)
        ? { port: Number(new URL(testOrigin).port), key: keyOf('TEST_PROVIDER_KEY') }
        : null,
    auditKey: keyOf('AUDIT_KEY'),
    backupKey: keyOf('BACKUP_KEY'),
    auditHeadFile: env.AUDIT_HEAD_FILE ?? join(env.DATA_DIR, 'audit-heads.log'),
    scheduledBackup: env.BACKUP_DIR
      ? { folder: env.BACKUP_DIR, everyHours: env.BACKUP_EVERY_HOURS, kept: env.BACKUPS_KEPT }
      : null,
    trustProxy: env.TRUST_PROXY,
    metricsPort: env.METRICS_PORT,
    // A line for each request would hide what `npm start` says.
    logLevel: env.LOG_LEVEL ?? (demo ? 'warn' : 'info'),
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM ?? `no-reply@${new URL(baseUrl).hostname}`,
    smsUrl: env.SMS_URL ?? null,
    worker: env.WORKER,
    clockStart: env.CLOCK_START ? Temporal.Instant.from(env.CLOCK_START) : undefined,
  }
}

/** What must not be served to real people. */
function refuseDemonstration(env: z.infer<typeof Environment>): void {
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
}

/** People must be reached, and what is written to them must not be read on the way. */
function refuseWithoutPost({ SMTP_URL, SMS_URL }: z.infer<typeof Environment>): void {
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

/** A setting is wrong or missing; the message is for the operator. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

/** A part of the name that says so: test.idporten.no, login-ver2.example. */
const TEST_HOST = /(^|[.-])(test|tt\d*|ver\d*|sandbox|dev|demo)([.-]|$)/i

/** The id of a key that is a JWK; null for another kind. */
function kidOf(text: string | undefined): string | null {
  const start = (text ?? '').trimStart()
  return start.startsWith('{')
    ? (z.object({ kid: z.string() }).safeParse(JSON.parse(start)).data?.kid ?? null)
    : null
}

function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text)
    return true
  } catch {
    return false
  }
}

function isPrivateKey(text: string): boolean {
  try {
    const key = z
      .object({ kty: z.literal('RSA'), d: z.string(), kid: z.string() })
      .safeParse(JSON.parse(text))
    return key.success
  } catch {
    return false
  }
}
