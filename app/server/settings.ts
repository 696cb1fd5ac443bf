import { join } from 'node:path'
import { demonstrationKeys, type KeyName } from './demonstration-keys.ts'
import { Environment } from './environment.ts'
import type { ProviderSettings } from './identity-provider.ts'
import type { LogLevel } from './log-level.ts'
import { refuseUnfitForProduction } from './production-settings.ts'
import { SettingsError } from './settings-error.ts'
import type { TrustProxy } from './trust-proxy.ts'

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
  /** Where somebody ends up who leaves quickly: a site that anybody may have open. */
  leaveUrl: string
  /** Whether timed work is done inside the server or by `npm run worker`. */
  worker: 'inside' | 'apart'
  clockStart: Temporal.Instant | undefined
}

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
  if (!demo) refuseUnfitForProduction(env)
  const given = (name: KeyName): string => (name === 'TEST_PROVIDER_KEY' ? '' : (env[name] ?? ''))
  const keyOf = demo ? demonstrationKeys(env.DATA_DIR, env) : given
  const baseUrl = env.BASE_URL ?? `http://localhost:${env.PORT}`
  const hostName = new URL(baseUrl).hostname
  const testOrigin = `http://${hostName}:${env.TEST_PROVIDER_PORT ?? env.PORT + 1}`
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
    leaveUrl: env.LEAVE_URL,
    worker: env.WORKER,
    clockStart: env.CLOCK_START ? Temporal.Instant.from(env.CLOCK_START) : undefined,
  }
}
