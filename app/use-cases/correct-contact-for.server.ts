import { saveContactOf } from '#db/queries/appointments.ts'
import { findAppointmentByReference } from '#db/queries/office-appointments.ts'
import type { AuditReason } from '#app/domain/audit/audit-action.ts'
import { hasBegun, type Contact } from '#app/domain/scheduling/appointment.ts'
import { noteWithReason, type Acting } from './office-day.server.ts'
import type { Portal } from './portal.server.ts'

/**
 * Corrects how somebody is reached about an appointment to come, together with them; what they are called and which
 * language they read stays. Written down in the same write: who can change it can have their messages.
 */
export async function correctContactFor(
  portal: Portal,
  { member, scope }: Acting,
  {
    reference,
    reason,
    reach,
  }: { reference: string; reason: AuditReason; reach: Pick<Contact, 'email' | 'mobile'> },
): Promise<{ ok: true } | { ok: false; reason: 'unknown-appointment' | 'too-late' }> {
  const { engine, clock } = portal
  return engine.write(async (tx) => {
    const appointment = await findAppointmentByReference(tx, engine.tables, { reference, scope })
    if (!appointment?.contact) return { ok: false, reason: 'unknown-appointment' } as const
    if (appointment.status !== 'confirmed' || hasBegun(appointment, clock.now())) {
      return { ok: false, reason: 'too-late' } as const
    }
    const contact: Contact = { ...appointment.contact, ...reach, withoutContact: false, address: null }
    await saveContactOf(tx, engine.tables, appointment.id, contact)
    await noteWithReason(tx, portal, member, {
      action: 'appointment-contact-corrected-for',
      reason,
      appointment,
    })
    return { ok: true } as const
  })
}
