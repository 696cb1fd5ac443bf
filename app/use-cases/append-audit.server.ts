import { insertAuditNote, insertWaitingEntry } from '#db/queries/audit.ts'
import type { Tx } from '#db/engine.ts'
import type { AuditAction, AuditObjectKind, AuditReason } from '#app/domain/audit/audit-action.ts'
import { auditNote } from '#app/domain/audit/audit-note.ts'
import { auditDigest } from '#app/server/audit-digest.ts'
import type { Portal } from './portal.server.ts'

export type AuditEvent = {
  /** Who did it: by the id that the portal knows them by, which is not stored. */
  actor: { kind: 'staff' | 'person'; id: string | number } | 'system'
  /** The role that was used: `citizen`, `counter`, `system` … */
  actorRole: string
  action: AuditAction
  object?: { kind: AuditObjectKind; id: string | number } | undefined
  /** The office or district within which it happened. */
  scope?: string | undefined
  reason?: AuditReason | undefined
  /** Words beside the reason, which can be erased. */
  note?: string | undefined
}

/**
 * Writes down what is done – a change, or a reading of what is another's – in the same write, so that neither is there
 * without the other. A second later it has its place in the chain (seal-audit.server.ts).
 */
export async function appendAudit(
  tx: Tx,
  { engine, clock, auditIds, randomBytes }: Pick<Portal, 'engine' | 'clock' | 'auditIds' | 'randomBytes'>,
  { actor, actorRole, action, object, scope, reason, note }: AuditEvent,
): Promise<void> {
  const at = clock.now().epochMilliseconds
  const salt = Buffer.from(randomBytes(16)).toString('base64url')
  const kept = note ? auditNote({ text: note, salt, at }, auditDigest) : null
  if (kept) await insertAuditNote(tx, engine.tables, kept)
  await insertWaitingEntry(tx, engine.tables, {
    at,
    actor: actor === 'system' ? actor : auditIds.of(actor.kind, actor.id),
    actorRole,
    action,
    objectKind: object?.kind ?? null,
    objectId: object ? auditIds.of(object.kind, object.id) : null,
    scope: scope ?? null,
    reason: reason ?? null,
    noteHash: kept?.hash ?? null,
  })
}
