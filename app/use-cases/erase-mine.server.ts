import { appointmentsOfPerson, makeAnonymous } from '#db/queries/appointments-of-person.ts'
import { hasBegun } from '#app/domain/scheduling/appointment.ts'
import { appendAudit } from './append-audit.server.ts'
import type { Portal } from './portal.server.ts'
import { actorOf, type Session } from './session.server.ts'

/**
 * Erases what somebody may have erased at once: who their appointments were for that are over or cancelled. Those to
 * come are kept: they can be cancelled first. Answers how many it was.
 */
export async function eraseMine(
  portal: Portal,
  session: Pick<Session, 'audience' | 'owner'>,
  keys: readonly string[],
): Promise<number> {
  const { engine, clock } = portal
  return engine.write(async (tx) => {
    const mine = await appointmentsOfPerson(tx, engine.tables, keys)
    const erasable = mine.filter(
      (appointment) =>
        keys.includes(appointment.personKey ?? '') &&
        (appointment.status === 'cancelled' ||
          (appointment.status === 'confirmed' && hasBegun(appointment, clock.now()))),
    )
    await makeAnonymous(
      tx,
      engine.tables,
      erasable.map(({ id }) => id),
    )
    await appendAudit(tx, portal, { ...actorOf(session), action: 'data-erased' })
    return erasable.length
  })
}
