import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** What the id of every key of a demonstration is; production refuses it. */
export const DEMONSTRATION_KEY_ID = 'demo'

/** The keys that a demonstration makes for itself, and how. */
const MAKERS = {
  FIELD_KEY: secretKey,
  COOKIE_KEYS: secretKey,
  IDENTITY_HASH_KEY: secretKey,
  CITIZEN_CLIENT_KEY: clientKey,
  STAFF_CLIENT_KEY: clientKey,
  TEST_PROVIDER_KEY: clientKey,
}
type KeyName = keyof typeof MAKERS

const StoredKeys = z.record(z.string(), z.string())

/** Made on the first start of a demonstration and kept, so that links and logins survive a restart. */
export function demonstrationKeys(dataDir: string): Partial<Record<KeyName, string>> {
  const path = join(dataDir, 'keys.json')
  const kept = existsSync(path) ? StoredKeys.parse(JSON.parse(readFileSync(path, 'utf8'))) : {}
  const made = Object.fromEntries(Object.entries(MAKERS).map(([name, make]) => [name, kept[name] ?? make()]))
  if (Object.keys(made).some((name) => !(name in kept))) {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(path, JSON.stringify(made), { mode: 0o600 })
  }
  return made
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
