import type { Tx } from '#db/engine.ts'
import { replacePeople, saveContactOf, updateAppointment } from '#db/queries/appointments.ts'
import { epochSeconds, type Appointment } from '#app/domain/scheduling/appointment.ts'
import { endHoldsThatChange } from './end-holds.server.ts'
import { claimAgain } from './keep-hold.server.ts'
import type { Portal } from './portal.server.ts'
import { touchTime, type TimeRefusal } from './take-time.server.ts'
import { tellPerson } from './tell-person.server.ts'

/**
 * Gives a confirmed appointment the time and people of another row, inside a write: until it commits the old time is
 * the person's, from then on the new one, and a refusal leaves everything as it was. Link, reference and code stay. The
 * other row keeps what the appointment was before – time, people, contact and what was said to the guide – so that the change can be undone for as
 * long as the row is kept.
 */
export async function putInPlace(
  tx: Tx,
  portal: Portal,
  { appointment, by }: { appointment: Appointment; by: Appointment },
): Promise<{ ok: true } | TimeRefusal> {
  const { engine, clock } = portal
  const { tables } = engine
  await touchTime(tx, portal, appointment)
  const { officeId, startTick, people, said } = by
  const taken = await claimAgain(tx, portal, { ...appointment, officeId, startTick, people })
  if (!taken.ok) return taken
  const sequence = appointment.sequence + 1
  // Whose it is does not change by a helping hand.
  const personKey = appointment.personKey ?? by.personKey
  await updateAppointment(tx, tables, appointment.id, { officeId, startTick, sequence, personKey, said })
  await updateAppointment(tx, tables, by.id, {
    status: 'merged',
    officeId: appointment.officeId,
    startTick: appointment.startTick,
    said: appointment.said,
    expiresAt: epochSeconds(clock.now()),
  })
  await replacePeople(tx, tables, by.id, appointment.people)
  if (by.contact) await saveContactOf(tx, tables, appointment.id, by.contact)
  if (appointment.contact) await saveContactOf(tx, tables, by.id, appointment.contact)
  const contact = by.contact ?? appointment.contact
  const { id, noReminders } = appointment
  await tellPerson(tx, portal, 'moved', { id, sequence, startTick, contact, noReminders })
  // Others that were held to change it were seated among its former ticks.
  await endHoldsThatChange(tx, portal, appointment.id)
  return { ok: true }
}
