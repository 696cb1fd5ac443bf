import { join } from 'node:path'
import { z } from 'zod'
import { DEMONSTRATION_KEY_ID, demonstrationKeys, KEY_NAMES, type KeyName } from './demonstration-keys.ts'

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
  auditKey: string
  /** One or more, separated by commas: the first makes backups, all open them. */
  backupKey: string
  auditHeadFile: string
  /** What is made without being asked for; null: nothing is. */
  scheduledBackup: { folder: string; everyHours: number; kept: number } | null
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
  if (!demo) refuseMissingOrDemonstrationKeys(env)
  if (!demo && env.CLOCK_START)
    throw new SettingsError('CLOCK_START is for the demonstration only: remove it.')
  if (!demo && !env.BASE_URL?.startsWith('https:')) {
    throw new SettingsError('BASE_URL must be the https address of the portal in production.')
  }
  const keyOf = demo ? demonstrationKeys(env.DATA_DIR, env) : (name: KeyName) => env[name] ?? ''
  return {
    mode: env.PORTAL_MODE,
    host: env.HOST,
    port: env.PORT,
    baseUrl: env.BASE_URL ?? `http://localhost:${env.PORT}`,
    databaseUrl: env.DATABASE_URL ?? `file:${join(env.DATA_DIR, 'portal.db')}`,
    dataDir: env.DATA_DIR,
    fieldKey: keyOf('FIELD_KEY'),
    auditKey: keyOf('AUDIT_KEY'),
    backupKey: keyOf('BACKUP_KEY'),
    auditHeadFile: env.AUDIT_HEAD_FILE ?? join(env.DATA_DIR, 'audit-heads.log'),
    scheduledBackup: env.BACKUP_DIR
      ? { folder: env.BACKUP_DIR, everyHours: env.BACKUP_EVERY_HOURS, kept: env.BACKUPS_KEPT }
      : null,
    clockStart: env.CLOCK_START ? Temporal.Instant.from(env.CLOCK_START) : undefined,
  }
}

/** A setting is wrong or missing; the message is for the operator. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

/** Every key must be the operator's own: one that a demonstration made lies beside its data. */
function refuseMissingOrDemonstrationKeys(env: z.infer<typeof Environment>): void {
  for (const name of KEY_NAMES) {
    const key = env[name]
    if (!key) throw new SettingsError(`${name} is missing: set a key of your own in production.`)
    if (key.split(',').some((one) => one.startsWith(`${DEMONSTRATION_KEY_ID}:`))) {
      throw new SettingsError(`${name} is that of a demonstration: set a key of your own in production.`)
    }
  }
}

function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text)
    return true
  } catch {
    return false
  }
}
