import { isWithin } from '#app/domain/identity/permission.ts'
import { lettersOf, readCheckInCode } from '#app/domain/queue/read-check-in-code.ts'
import { REFERENCE_LETTERS } from '#app/domain/scheduling/code.ts'
import type { AuditObjectKind } from '#app/domain/audit/audit-action.ts'
import type { Tx } from '#db/engine.ts'
import { appendAudit } from './append-audit.server.ts'
import { checkIn, type CheckInAnswer, type Shown } from './check-in.server.ts'
import { rolesOf, type Acting } from './office-day.server.ts'
import type { Portal } from './portal.server.ts'
import { takeTicket, type WantedTicket } from './take-ticket.server.ts'

/**
 * Checks somebody in who stands at the counter or calls, by the code or the reference of their appointment: by the same
 * rules as they could themselves, and written down. A reference from outside of the scope is nobody's.
 */
export async function checkInFor(
  portal: Portal,
  acting: Acting,
  { officeId, typed }: { officeId: string; typed: string },
): Promise<CheckInAnswer> {
  const shown = shownBy(typed, acting)
  if (!shown || !isTheirs(portal, acting, officeId)) return { ok: false, reason: 'unknown-code' }
  return checkIn(
    portal,
    { officeId, shown },
    { alsoInTheWrite: (tx, { id }) => note(tx, portal, acting, { officeId, kind: 'appointment', id }) },
  )
}

/** Gives a ticket to somebody who stands at the counter or calls; written down. */
export async function takeTicketFor(portal: Portal, acting: Acting, wanted: WantedTicket) {
  const { officeId } = wanted
  if (!isTheirs(portal, acting, officeId)) return { ok: false, reason: 'unknown-office' } as const
  return takeTicket(portal, wanted, {
    alsoInTheWrite: (tx, id) => note(tx, portal, acting, { officeId, kind: 'ticket', id }),
  })
}

function shownBy(typed: string, { scope }: Acting): Shown | null {
  const letters = lettersOf(typed)
  if (letters.length === REFERENCE_LETTERS) return { reference: letters, scope }
  const code = readCheckInCode(typed)
  return code === null ? null : { code }
}

function isTheirs({ catalogue }: Portal, { scope }: Acting, officeId: string): boolean {
  const office = catalogue.offices.get(officeId)
  return office !== undefined && isWithin(scope, office)
}

function note(
  tx: Tx,
  portal: Portal,
  { member }: Acting,
  { officeId, kind, id }: { officeId: string; kind: AuditObjectKind; id: number },
): Promise<void> {
  return appendAudit(tx, portal, {
    ...{ actor: { kind: 'staff', id: member.id }, actorRole: rolesOf(member) },
    ...{ action: 'arrived-for', object: { kind, id }, scope: officeId },
  })
}
