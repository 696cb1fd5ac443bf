import { saveContactOf } from '#db/queries/appointments.ts'
import { appointmentsOfPerson } from '#db/queries/appointments-of-person.ts'
import type { Contact } from '#app/domain/scheduling/appointment.ts'
import { hasBegun } from '#app/domain/scheduling/appointment.ts'
import type { Portal } from './portal.server.ts'

/** How to reach somebody about everything that they have booked. */
export type MyContact = Pick<Contact, 'email' | 'mobile' | 'messageLanguage'>

/**
 * Changes how somebody is reached about all appointments to come that they booked themselves; what each is called stays.
 * Answers how many it was.
 */
export async function changeMyContact(
  { engine, clock }: Portal,
  keys: readonly string[],
  change: MyContact,
): Promise<number> {
  const { tables } = engine
  return engine.write(async (tx) => {
    const mine = (await appointmentsOfPerson(tx, tables, keys)).filter(
      ({ status, personKey }) =>
        (status === 'confirmed' || status === 'held') && keys.includes(personKey ?? ''),
    )
    const coming = mine.filter((appointment) => !hasBegun(appointment, clock.now()))
    for (const { id, contact } of coming) {
      if (!contact) continue
      const withoutContact = change.email === null && change.mobile === null
      await saveContactOf(tx, tables, id, { ...contact, ...change, withoutContact })
    }
    return coming.filter(({ contact }) => contact !== null).length
  })
}
