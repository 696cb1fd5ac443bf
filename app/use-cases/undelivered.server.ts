import { reviveMessage } from '#db/queries/messages.ts'
import type { AuditReason } from '#app/domain/audit/audit-action.ts'
import type { Scope } from '#app/domain/identity/permission.ts'
import { appendAudit } from './append-audit.server.ts'
import { listDeadMessages } from './dead-messages.server.ts'
import { officesWithin, rolesOf, type Acting } from './office-day.server.ts'
import type { Portal } from './portal.server.ts'

/** The messages that were given up at the offices that somebody may see, the newest first. */
export function undeliveredMessages(portal: Portal, scope: Scope) {
  return listDeadMessages(portal, { officeIds: officeIdsOf(portal, scope) })
}

/** Lets a message be tried anew; with it is written down who wanted it and why. */
export async function resendFor(
  portal: Portal,
  { member, scope }: Acting,
  { id, reason }: { id: number; reason: AuditReason },
): Promise<{ ok: true } | { ok: false; reason: 'not-dead' }> {
  const { engine } = portal
  return engine.write(async (tx) => {
    const isRevived = await reviveMessage(tx, engine.tables, id, officeIdsOf(portal, scope))
    if (!isRevived) return { ok: false, reason: 'not-dead' } as const
    await appendAudit(tx, portal, {
      ...{ actor: { kind: 'staff', id: member.id }, actorRole: rolesOf(member), reason },
      ...{ action: 'message-resent', object: { kind: 'message', id } },
    })
    return { ok: true } as const
  })
}

function officeIdsOf(portal: Portal, scope: Scope): string[] | null {
  return scope.kind === 'country' ? null : officesWithin(portal, scope).map(({ id }) => id)
}
