import { createHash } from 'node:crypto'

/** SHA-256 of a text, as the chain of the audit stores it. */
export function auditDigest(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
