import type { AuditAction, AuditObjectKind, AuditReason } from '#app/domain/audit/audit-action.ts'
import type { Dialect } from '../dialect.ts'

/** Who did what to what, without content (docs/decisions/013). */
export function auditTables(d: Dialect) {
  const content = () => ({
    at: d.milliseconds().notNull(),
    actor: d.text().notNull(),
    actorRole: d.text().notNull(),
    action: d.text().$type<AuditAction>().notNull(),
    objectKind: d.text().$type<AuditObjectKind>(),
    objectId: d.text(),
    scope: d.text(),
    reason: d.text().$type<AuditReason>(),
    noteHash: d.text(),
  })
  /** Committed with what it tells of; a second later it is in the chain. No row is in the way of another. */
  const auditWaiting = d.table('audit_waiting', { id: d.id(), ...content() })
  /** The chain. Triggers forbid every change of it (the migration after this table's own). */
  const auditEntries = d.table(
    'audit_entries',
    {
      position: d.reference().primaryKey(),
      entryId: d.reference().notNull(),
      ...content(),
      previousHash: d.text().notNull(),
      hash: d.text().notNull(),
    },
    (table) => [
      d.uniqueIndex('audit_entries_entry').on(table.entryId),
      d.index('audit_entries_object').on(table.objectId),
      d.index('audit_entries_actor').on(table.actor, table.at),
    ],
  )
  /** Words of staff beside a reason. They may name a person, so they can be erased; their salted hash stays. */
  const auditNotes = d.table(
    'audit_notes',
    {
      hash: d.text().primaryKey(),
      salt: d.text().notNull(),
      text: d.text().notNull(),
      at: d.milliseconds().notNull(),
    },
    (table) => [d.index('audit_notes_at').on(table.at)],
  )
  return { auditWaiting, auditEntries, auditNotes }
}
