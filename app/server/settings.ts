import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { LOG_LEVELS, type LogLevel } from './log-level.ts'
import { parseTrustProxy, type TrustProxy } from './trust-proxy.ts'

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
  /** Whose word is taken for where a request comes from; null: nobody's. */
  trustProxy: TrustProxy
  /** The port on loopback for the counters; null: none. */
  metricsPort: number | null
  logLevel: LogLevel
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
  return {
    mode: env.PORTAL_MODE,
    host: env.HOST,
    port: env.PORT,
    baseUrl: env.BASE_URL ?? `http://localhost:${env.PORT}`,
    databaseUrl: env.DATABASE_URL ?? `file:${join(env.DATA_DIR, 'portal.db')}`,
    dataDir: env.DATA_DIR,
    fieldKey: env.FIELD_KEY ?? demonstrationKey(env.DATA_DIR),
    trustProxy: env.TRUST_PROXY,
    metricsPort: env.METRICS_PORT,
    // A line for each request would hide what `npm start` says.
    logLevel: env.LOG_LEVEL ?? (demo ? 'warn' : 'info'),
    clockStart: env.CLOCK_START ? Temporal.Instant.from(env.CLOCK_START) : undefined,
  }
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
