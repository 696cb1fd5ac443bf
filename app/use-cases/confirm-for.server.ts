import { confirmAppointment } from './confirm-appointment.server.ts'
import type { StaffMember } from './find-staff-member.server.ts'
import type { Portal } from './portal.server.ts'
import { writtenDownFor } from './written-down-for.server.ts'

/**
 * Confirms a booking, or a change of one, that a member of staff makes for somebody: by the same rules as they could
 * themselves, at any office, and written down in the same write.
 */
export function confirmFor(portal: Portal, member: StaffMember, secret: string) {
  return confirmAppointment(portal, secret, {
    async alsoInTheWrite(tx, confirmed) {
      const action = confirmed.isChange ? 'appointment-moved-for' : 'appointment-booked-for'
      await writtenDownFor(portal, member, action).alsoInTheWrite?.(tx, confirmed)
    },
  })
}
