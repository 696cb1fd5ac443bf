import { personCalled, suggestPeople } from '#app/domain/identity/known-people.ts'
import { isContactStale, type RegisterPerson } from '#app/domain/identity/register-person.ts'
import type { Person } from '#app/domain/passport/person.ts'
import type { Identity } from './identity.server.ts'

/** What the names of the people of an appointment may be: the person's own and their children's, by age on the day. */
export function namesFromRegister(
  person: RegisterPerson,
  people: readonly Pick<Person, 'ageGroup'>[],
  day: Temporal.PlainDate,
): (string | null)[] {
  const ages = people.map(({ ageGroup }) => ageGroup)
  return suggestPeople(ages, person, day).map((known) => known?.name ?? null)
}

/** Which person key a typed name belongs to; null when it is nobody's of theirs. */
export function keyOfName(
  { personKeys }: Pick<Identity, 'personKeys'>,
  person: RegisterPerson,
  name: string,
): string | null {
  const known = personCalled(name, person)
  return known && personKeys.keyOf(known.nationalNumber)
}

/**
 * How the contact page is filled in for a person. `reserved`: digital messages only if they write an address themselves;
 * `stale`: what is known is old; `none`: nothing is known. Who gets no digital message is marked as having neither.
 */
export function contactFromRegister(person: RegisterPerson, today: Temporal.PlainDate) {
  const { email, mobile, contactUpdated: updated, isReserved } = person
  if (isReserved)
    return { kind: 'reserved', email: null, mobile: null, neither: true, updated: null } as const
  if (email === null && mobile === null) {
    return { kind: 'none', email, mobile, neither: true, updated: null } as const
  }
  const kind = isContactStale(updated, today) ? 'stale' : 'fresh'
  return { kind, email, mobile, neither: false, updated } as const
}
