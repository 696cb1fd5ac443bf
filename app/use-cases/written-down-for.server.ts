import type { Tx } from '#db/engine.ts'
import type { AuditAction } from '#app/domain/audit/audit-action.ts'
import type { Appointment } from '#app/domain/scheduling/appointment.ts'
import { appendAudit } from './append-audit.server.ts'
import type { StaffMember } from './find-staff-member.server.ts'
import { rolesOf } from './office-day.server.ts'
import type { Portal } from './portal.server.ts'

/** What else is to be there when an appointment is changed, and only then. */
export type AlsoInTheWrite = {
  alsoInTheWrite?: (tx: Tx, appointment: Pick<Appointment, 'id' | 'officeId'>) => Promise<void>
}

/**
 * For what is done with a personal link: when a member of staff does it for somebody, that is written down in the same
 * write (domain.md §3 rule 12). `member`: null for the person themselves, of whom nothing is written.
 */
export function writtenDownFor(
  portal: Portal,
  member: StaffMember | null,
  action: AuditAction,
): AlsoInTheWrite {
  if (!member) return {}
  return {
    alsoInTheWrite: (tx, { id, officeId }) =>
      appendAudit(tx, portal, {
        ...{ actor: { kind: 'staff', id: member.id }, actorRole: rolesOf(member), action },
        ...{ object: { kind: 'appointment', id }, scope: officeId },
      }),
  }
}
