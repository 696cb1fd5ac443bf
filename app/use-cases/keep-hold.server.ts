import type { Tx } from '#db/engine.ts'
import { replacePeople, updateAppointment } from '#db/queries/appointments.ts'
import { claimsOwnedBy } from '#db/queries/claims.ts'
import { groupNeed } from '#app/domain/passport/stay-length.ts'
import { epochSeconds, holdEnd, isLiving, type Appointment } from '#app/domain/scheduling/appointment.ts'
import { seated } from '#app/domain/scheduling/group-times.ts'
import { passportRules, type Portal } from './portal.server.ts'
import { takeTime, ticksOf, type TimeRefusal } from './take-time.server.ts'

/**
 * Renews a hold inside a write. One that has expired is taken again when its time is still free; that begins a new
 * hold, since everybody else had their chance meanwhile (docs/decisions/006). So is one that has lost its time although
 * it lives by this clock: by the clock of another process, which is a little ahead, it had expired.
 */
export async function keepHold(
  tx: Tx,
  portal: Portal,
  appointment: Appointment,
): Promise<{ ok: true } | TimeRefusal> {
  if (await renewLiving(tx, portal, appointment)) return { ok: true }
  const again = await claimAgain(tx, portal, appointment)
  if (!again.ok) return again
  const heldSince = epochSeconds(portal.clock.now())
  await renew(tx, portal, { ...appointment, heldSince })
  return { ok: true }
}

/** Renews a hold that lives and still owns its time, inside a write; answers false, and changes nothing, when it does not. */
export async function renewLiving(tx: Tx, portal: Portal, appointment: Appointment): Promise<boolean> {
  const isKept = isLiving(appointment, portal.clock.now()) && (await ownsItsTime(tx, portal, appointment))
  if (isKept) await renew(tx, portal, appointment)
  return isKept
}

function renew(tx: Tx, portal: Portal, { id, heldSince }: Appointment): Promise<void> {
  const expiresAt = holdEnd(heldSince, portal.clock.now(), passportRules(portal))
  return updateAppointment(tx, portal.engine.tables, id, { heldSince, expiresAt })
}

/** Reading the claims also makes PostgreSQL see that a confirmation and one who takes the time are in each other's way. */
async function ownsItsTime(
  tx: Tx,
  { engine }: Portal,
  { id, changesId, people }: Appointment,
): Promise<boolean> {
  const owned = new Set<string>()
  for (const { resourceId, tick } of await claimsOwnedBy(tx, engine.tables, id, changesId)) {
    owned.add(`${resourceId} ${tick}`)
  }
  return ticksOf(people).every(({ resourceId, tick }) => owned.has(`${resourceId} ${tick}`))
}

/**
 * Claims the time of an appointment that lost it, for the same people: the same seats when they are free, else others
 * at the same office from the same moment.
 */
export async function claimAgain(
  tx: Tx,
  portal: Portal,
  appointment: Appointment,
): Promise<{ ok: true } | TimeRefusal> {
  const { id, officeId, startTick, people, changesId } = appointment
  const { stays, ...rest } = groupNeed(people, passportRules(portal))
  // The stays that were promised, also when a rule has changed them meanwhile.
  const need = {
    ...rest,
    stays: stays.map((stay, index) => ({ ...stay, ticks: people[index]?.ticks ?? stay.ticks })),
  }
  const wanted = { appointmentId: id, officeId, startTick, need, preferred: people, changesId }
  const taken = await takeTime(tx, portal, wanted)
  if (!taken.ok) return taken
  await replacePeople(tx, portal.engine.tables, id, seated(people, taken.seats))
  return { ok: true }
}
