import { createHmac } from 'node:crypto'

/** Turns whom and what an entry of the audit is about into what only the holder of the key can recognise. */
export type AuditIds = {
  /** `kind` keeps appointment 7 apart from message 7. */
  of(kind: string, id: string | number): string
}

/** `auditKey` is "id:secret"; the id stands in front of each hash, so that keys can change. */
export function createAuditIds(auditKey: string): AuditIds {
  const [keyId = '', key = ''] = auditKey.split(':')
  return {
    of(kind, id) {
      const hash = createHmac('sha256', key).update(JSON.stringify(['audit-id', kind, String(id)]))
      return `${keyId}.${hash.digest('base64url').slice(0, 22)}`
    },
  }
}
