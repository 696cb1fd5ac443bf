import { appendAudit } from './append-audit.server.ts'
import { confirmAppointment } from './confirm-appointment.server.ts'
import type { StaffMember } from './find-staff-member.server.ts'
import { rolesOf } from './office-day.server.ts'
import type { Portal } from './portal.server.ts'

/**
 * Confirms a booking, or a change of one, that a member of staff makes for somebody: by the same rules as they could
 * themselves, at any office, and written down in the same write.
 */
export function confirmFor(portal: Portal, member: StaffMember, secret: string) {
  return confirmAppointment(portal, secret, {
    alsoInTheWrite: (tx, { id, officeId, isChange }) =>
      appendAudit(tx, portal, {
        ...{ actor: { kind: 'staff', id: member.id }, actorRole: rolesOf(member) },
        action: isChange ? 'appointment-moved-for' : 'appointment-booked-for',
        ...{ object: { kind: 'appointment', id }, scope: officeId },
      }),
  })
}
