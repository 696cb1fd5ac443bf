import { agesOf, type AgeGroup } from '../passport/person.ts'
import { ageOn, type RegisterPerson } from './register-person.ts'

/** Somebody whom the register knows: the one who is logged in, or a child of theirs. */
export type Known = { nationalNumber: string; name: string }

/**
 * Who the people of an appointment may be: for each the first in the register of the right age on the day, nobody twice;
 * null where nobody fits. A child with a protected address is never offered: that it exists is no one's to read here.
 */
export function suggestPeople(
  ageGroups: readonly AgeGroup[],
  person: RegisterPerson,
  day: Temporal.PlainDate,
): (Known | null)[] {
  const left = [person, ...visibleChildren(person)]
  return ageGroups.map((group) => {
    const { youngest, oldest } = agesOf(group)
    const at = left.findIndex(({ birthDate }) => {
      const age = ageOn(birthDate, day)
      return youngest <= age && age <= oldest
    })
    const found = at < 0 ? undefined : left.splice(at, 1)[0]
    return found ? { nationalNumber: found.nationalNumber, name: found.name } : null
  })
}

/** The one of the register who is called what was typed; null when nobody is. */
export function personCalled(name: string, person: RegisterPerson): Known | null {
  const wanted = fold(name)
  return [person, ...visibleChildren(person)].find((one) => fold(one.name) === wanted) ?? null
}

function visibleChildren({ children }: RegisterPerson) {
  return children.filter(({ isAddressProtected }) => !isAddressProtected)
}

function fold(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('nb')
}
