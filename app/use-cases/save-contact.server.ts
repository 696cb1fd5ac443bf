import { saveContactOf, saveNames, updateAppointment } from '#db/queries/appointments.ts'
import type { Appointment, Contact } from '#app/domain/scheduling/appointment.ts'
import { changeAppointment } from './change-appointment.server.ts'
import { keepHold, renewLiving } from './keep-hold.server.ts'
import type { Portal } from './portal.server.ts'

/** Somebody who is logged in, and which of their own a name belongs to. */
export type Booker = { personKey: string; keyOf(name: string): string | null }

/**
 * Saves how to reach the person and what everybody is called, and renews the hold. When the time is lost they are saved
 * all the same: nobody has to type it twice.
 * @param names one for each person, in their order
 * @param booker who is logged in; without one, what is known of who booked it stays
 */
export async function saveContact(
  portal: Portal,
  secret: string,
  { contact, names, booker = null }: { contact: Contact; names: readonly string[]; booker?: Booker | null },
) {
  const { tables } = portal.engine
  const saved = await changeAppointment(portal, secret, async (tx, appointment) => {
    if (appointment.status !== 'held') return { ok: false, reason: 'already-confirmed' } as const
    await saveContactOf(tx, tables, appointment.id, contact)
    const people = names.map((name, index) => ({
      name,
      // A name that was known stays who it was, whoever types it anew.
      personKey: booker?.keyOf(name) ?? keyBefore(appointment, index, name),
    }))
    await saveNames(tx, tables, appointment.id, people)
    if (booker) await updateAppointment(tx, tables, appointment.id, { personKey: booker.personKey })
    return { ok: true, isRenewed: await renewLiving(tx, portal, appointment) } as const
  })
  if (!saved.ok) return saved
  if (saved.isRenewed) return { ok: true } as const
  // A write of its own: when it is refused, what was typed stays.
  return changeAppointment(portal, secret, (tx, appointment) => keepHold(tx, portal, appointment))
}

function keyBefore({ people }: Appointment, index: number, name: string): string | null {
  const before = people[index]
  return before?.name === name ? before.personKey : null
}
