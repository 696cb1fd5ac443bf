import { z } from 'zod'
import { LOG_LEVELS } from './log-level.ts'
import { parseTrustProxy } from './trust-proxy.ts'

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

/** Everything that can be set, as it is written in the environment. */
export const Environment = z.object({
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
  LEAVE_URL: z.url().default('https://www.yr.no/'),
  WORKER: z.enum(['inside', 'apart']).default('inside'),
  CLOCK_START: z.string().refine(isInstant, 'must be an instant like 2026-11-23T07:00:00Z').optional(),
})

export type Env = z.infer<typeof Environment>

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
