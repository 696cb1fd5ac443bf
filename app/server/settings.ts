import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

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
  FIELD_KEY: z
    .string()
    .regex(/^[\w-]+:[\w-]{43,}$/, 'must be an id, a colon and at least 43 letters or digits')
    .optional(),
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
  if (!demo && !env.FIELD_KEY)
    throw new SettingsError('FIELD_KEY is missing: set a key of your own in production.')
  if (!demo && env.CLOCK_START)
    throw new SettingsError('CLOCK_START is for the demonstration only: remove it.')
  if (!demo && !env.BASE_URL?.startsWith('https:')) {
    throw new SettingsError('BASE_URL must be the https address of the portal in production.')
  }
  if (!demo) refuseWithoutPost(env)
  const baseUrl = env.BASE_URL ?? `http://localhost:${env.PORT}`
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
    fieldKey: env.FIELD_KEY ?? demonstrationKey(env.DATA_DIR),
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM ?? `no-reply@${new URL(baseUrl).hostname}`,
    smsUrl: env.SMS_URL ?? null,
    worker: env.WORKER,
    clockStart: env.CLOCK_START ? Temporal.Instant.from(env.CLOCK_START) : undefined,
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

function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text)
    return true
  } catch {
    return false
  }
}

const StoredKey = z.object({ FIELD_KEY: z.string() })

/** Made on the first start of a demonstration and kept, so that links survive a restart. */
function demonstrationKey(dataDir: string): string {
  const path = join(dataDir, 'keys.json')
  if (existsSync(path)) return StoredKey.parse(JSON.parse(readFileSync(path, 'utf8'))).FIELD_KEY
  mkdirSync(dataDir, { recursive: true })
  const FIELD_KEY = `demo:${randomBytes(32).toString('base64url')}`
  writeFileSync(path, JSON.stringify({ FIELD_KEY }), { mode: 0o600 })
  return FIELD_KEY
}
