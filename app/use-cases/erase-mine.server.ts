import { appointmentsOfPerson, makeAnonymous } from '#db/queries/appointments-of-person.ts'
import { cancellationsToTell } from '#db/queries/messages.ts'
import { hasBegun } from '#app/domain/scheduling/appointment.ts'
import { appendAudit } from './append-audit.server.ts'
import type { Portal } from './portal.server.ts'
import { actorOf, type Session } from './session.server.ts'

/**
 * Erases what somebody may have erased at once: who their appointments were for that are over or cancelled. Those to
 * come are kept: they can be cancelled first. One that was cancelled a moment ago waits until the message of it is out:
 * without a contact it could not be sent. Answers how many were erased, and how many wait for that.
 */
export async function eraseMine(
  portal: Portal,
  session: Pick<Session, 'audience' | 'owner'>,
  keys: readonly string[],
): Promise<{ erased: number; waiting: number }> {
  const { engine, clock } = portal
  return engine.write(async (tx) => {
    const mine = await appointmentsOfPerson(tx, engine.tables, keys)
    const erasable = mine.filter(
      (appointment) =>
        keys.includes(appointment.personKey ?? '') &&
        (appointment.status === 'cancelled' ||
          (appointment.status === 'confirmed' && hasBegun(appointment, clock.now()))),
    )
    const ids = erasable.map(({ id }) => id)
    const untold = await cancellationsToTell(tx, engine.tables, ids)
    const told = ids.filter((id) => !untold.has(id))
    await makeAnonymous(tx, engine.tables, told)
    await appendAudit(tx, portal, { ...actorOf(session), action: 'data-erased' })
    return { erased: told.length, waiting: untold.size }
  })
}
