import { appointmentsOfPerson, makeAnonymous } from '#db/queries/appointments-of-person.ts'
import { hasBegun } from '#app/domain/scheduling/appointment.ts'
import type { Portal } from './portal.server.ts'

/**
 * Erases what somebody may have erased at once: who their appointments were for that are over or cancelled. Those to
 * come are kept: they can be cancelled first. Answers how many it was.
 */
export async function eraseMine({ engine, clock }: Portal, keys: readonly string[]): Promise<number> {
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
    return erasable.length
  })
}
