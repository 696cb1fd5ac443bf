import { saveContactOf, saveNames } from '#db/queries/appointments.ts'
import type { Contact } from '#app/domain/scheduling/appointment.ts'
import { changeAppointment } from './change-appointment.server.ts'
import { keepHold, renewLiving } from './keep-hold.server.ts'
import type { Portal } from './portal.server.ts'

/**
 * Saves how to reach the person and what everybody is called, and renews the hold. When the time is lost they are saved
 * all the same: nobody has to type it twice.
 * @param names one for each person, in their order
 */
export async function saveContact(
  portal: Portal,
  secret: string,
  { contact, names }: { contact: Contact; names: readonly string[] },
) {
  const { tables } = portal.engine
  const saved = await changeAppointment(portal, secret, async (tx, appointment) => {
    if (appointment.status !== 'held') return { ok: false, reason: 'already-confirmed' } as const
    await saveContactOf(tx, tables, appointment.id, contact)
    await saveNames(tx, tables, appointment.id, names)
    return { ok: true, isRenewed: await renewLiving(tx, portal, appointment) } as const
  })
  if (!saved.ok) return saved
  if (saved.isRenewed) return { ok: true } as const
  // A write of its own: when it is refused, what was typed stays.
  return changeAppointment(portal, secret, (tx, appointment) => keepHold(tx, portal, appointment))
}
