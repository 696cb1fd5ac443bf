import { saveContactOf } from '#db/queries/appointments.ts'
import type { Contact } from '#app/domain/scheduling/appointment.ts'
import { changeAppointment } from './change-appointment.server.ts'
import { keepHold } from './keep-hold.server.ts'
import type { Portal } from './portal.server.ts'

/**
 * Saves how to reach the person and renews the hold. When the time is lost the contact is saved all the same: nobody
 * has to type it twice.
 */
export async function saveContact(portal: Portal, secret: string, contact: Contact) {
  const { tables } = portal.engine
  const saved = await changeAppointment(portal, secret, async (tx, appointment) => {
    if (appointment.status !== 'held') return { ok: false, reason: 'already-confirmed' } as const
    await saveContactOf(tx, tables, appointment.id, contact)
    return { ok: true } as const
  })
  if (!saved.ok) return saved
  return changeAppointment(portal, secret, (tx, appointment) => keepHold(tx, portal, appointment))
}
