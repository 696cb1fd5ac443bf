import type { Tx } from '#db/engine.ts'
import { replacePeople, updateAppointment } from '#db/queries/appointments.ts'
import { epochSeconds, holdEnd, isLiving, type Appointment } from '#app/domain/scheduling/appointment.ts'
import { passportRules, type Portal } from './portal.server.ts'
import { takeTime, type TimeRefusal } from './take-time.server.ts'

/**
 * Renews a hold inside a write. One that has expired is taken again when its time is still free; that begins a new
 * hold, since everybody else had their chance meanwhile (docs/decisions/006).
 */
export async function keepHold(
  tx: Tx,
  portal: Portal,
  appointment: Appointment,
): Promise<{ ok: true } | TimeRefusal> {
  const { engine, clock } = portal
  const now = clock.now()
  const rules = passportRules(portal)
  if (isLiving(appointment, now)) {
    const expiresAt = holdEnd(appointment.heldSince, now, rules)
    await updateAppointment(tx, engine.tables, appointment.id, { expiresAt })
    return { ok: true }
  }
  const again = await claimAgain(tx, portal, appointment)
  if (!again.ok) return again
  const heldSince = epochSeconds(now)
  const expiresAt = holdEnd(heldSince, now, rules)
  await updateAppointment(tx, engine.tables, appointment.id, { heldSince, expiresAt })
  return { ok: true }
}

/** Claims the time of an appointment that lost it, for the same people, at any resource of the office. */
export async function claimAgain(
  tx: Tx,
  portal: Portal,
  appointment: Appointment,
): Promise<{ ok: true } | TimeRefusal> {
  const { engine } = portal
  const [person] = appointment.people
  if (!person) throw new Error(`Appointment ${appointment.id} has no people`)
  const taken = await takeTime(tx, portal, {
    appointmentId: appointment.id,
    officeId: appointment.officeId,
    startTick: person.startTick,
    ticks: person.ticks,
  })
  if (!taken.ok) return taken
  await replacePeople(tx, engine.tables, appointment.id, [{ ...person, resourceId: taken.resourceId }])
  return { ok: true }
}
