import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** The settings that are keys. A production portal must have each of its own. */
export const KEY_NAMES = ['FIELD_KEY', 'AUDIT_KEY', 'BACKUP_KEY'] as const

export type KeyName = (typeof KEY_NAMES)[number]

/** The id of every key that a demonstration made for itself. */
export const DEMONSTRATION_KEY_ID = 'demo'

const Stored = z.record(z.string(), z.string())

/**
 * The keys that are given, and for each of the others one that is made on the first start and kept, so that links,
 * the audit and backups survive a restart. A key that came with a later version is added to those that are there.
 */
export function demonstrationKeys(
  dataDir: string,
  given: Partial<Record<KeyName, string | undefined>>,
): (name: KeyName) => string {
  const path = join(dataDir, 'keys.json')
  const stored = existsSync(path) ? Stored.parse(JSON.parse(readFileSync(path, 'utf8'))) : {}
  const missing = KEY_NAMES.filter((name) => !given[name] && !stored[name])
  for (const name of missing)
    stored[name] = `${DEMONSTRATION_KEY_ID}:${randomBytes(32).toString('base64url')}`
  if (missing.length > 0) {
    mkdirSync(dataDir, { recursive: true })
    // Whole or not at all: half a file would lock the demonstration out of its own data.
    writeFileSync(`${path}.new`, JSON.stringify(stored), { mode: 0o600 })
    renameSync(`${path}.new`, path)
  }
  return (name) => given[name] ?? stored[name] ?? ''
}
