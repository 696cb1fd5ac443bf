import { createHash, createHmac } from 'node:crypto'

/** Makes the secrets of personal links and recognises them. */
export type Links = {
  keyId: string
  /** 132 bits, the same for the same idempotency key: a repeated click leads to the same page. */
  secretOf(idempotencyKey: string): string
  /** What the database stores and searches by. */
  hashOf(secret: string): string
}

/** `fieldKey` is "id:secret"; the id is stored with what the secret protects, so that keys can change. */
export function createLinks(fieldKey: string): Links {
  const [keyId = '', key = ''] = fieldKey.split(':')
  return {
    keyId,
    secretOf: (idempotencyKey) =>
      createHmac('sha256', key).update(`appointment-link ${idempotencyKey}`).digest('base64url').slice(0, 22),
    hashOf: (secret) => createHash('sha256').update(secret).digest('base64url'),
  }
}
