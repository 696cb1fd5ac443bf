import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** What the id of every key of a demonstration is; production refuses it. */
export const DEMONSTRATION_KEY_ID = 'demo'

/** The keys that a demonstration makes for itself, and how. */
const MAKERS = {
  FIELD_KEY: secretKey,
  COOKIE_KEYS: secretKey,
  IDENTITY_HASH_KEY: secretKey,
  AUDIT_KEY: secretKey,
  BACKUP_KEY: secretKey,
  CITIZEN_CLIENT_KEY: clientKey,
  STAFF_CLIENT_KEY: clientKey,
  TEST_PROVIDER_KEY: clientKey,
}
export type KeyName = keyof typeof MAKERS

const Stored = z.record(z.string(), z.string())

/**
 * The keys that are given, and for each of the others one that is made on the first start and kept, so that links,
 * logins, the audit and backups survive a restart. A key that came with a later version is added to those that are there.
 */
export function demonstrationKeys(
  dataDir: string,
  given: Partial<Record<KeyName, string | undefined>>,
): (name: KeyName) => string {
  const path = join(dataDir, 'keys.json')
  const stored = existsSync(path) ? Stored.parse(JSON.parse(readFileSync(path, 'utf8'))) : {}
  const missing = Object.entries(MAKERS).filter(([name]) => !stored[name])
  for (const [name, make] of missing) stored[name] = make()
  if (missing.length > 0) {
    mkdirSync(dataDir, { recursive: true })
    // Whole or not at all: half a file would lock the demonstration out of its own data.
    writeFileSync(`${path}.new`, JSON.stringify(stored), { mode: 0o600 })
    renameSync(`${path}.new`, path)
  }
  return (name) => given[name] ?? stored[name] ?? ''
}

function secretKey(): string {
  return `${DEMONSTRATION_KEY_ID}:${randomBytes(32).toString('base64url')}`
}

function clientKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return JSON.stringify({
    ...privateKey.export({ format: 'jwk' }),
    kid: DEMONSTRATION_KEY_ID,
    alg: 'RS256',
    use: 'sig',
  })
}
