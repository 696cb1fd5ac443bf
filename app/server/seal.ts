import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { KeyRing } from './key-ring.ts'

/** Closes and opens small texts that lie in the database. */
export type Seal = {
  /** `secret`: what else is needed to open it, for instance the cookie of a session; it is not stored. */
  close(text: string, secret: string): string
  /** Null for what was not closed with one of our keys and this secret, or was tampered with. */
  open(sealed: string, secret: string): string | null
}

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Seals with AES-256-GCM, under the newest of the keys; the id of the key stands in what was sealed. */
export function createSeal({ current, byId }: KeyRing): Seal {
  const keyOf = (key: string, secret: string) =>
    Buffer.from(hkdfSync('sha256', key, secret, 'forste-kontakt seal', 32))
  return {
    close(text, secret) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', keyOf(current.key, secret), nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return `${current.id}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`
    },
    open(sealed, secret) {
      const [id = '', body = ''] = sealed.split('.')
      const key = byId.get(id)
      const bytes = Buffer.from(body, 'base64url')
      if (!key || bytes.length < NONCE_BYTES + TAG_BYTES) return null
      const decipher = createDecipheriv('aes-256-gcm', keyOf(key, secret), bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
      try {
        const text = [decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]
        return Buffer.concat(text).toString('utf8')
      } catch {
        return null
      }
    },
  }
}
