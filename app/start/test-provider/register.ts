import type { RegisterPerson } from '#app/domain/identity/register-person.ts'
import type { TestPerson } from '#db/seed/test-people.ts'

/** What the registers say of a synthetic person; null for a number that is nobody's. */
export function registerAnswer(people: readonly TestPerson[], nationalNumber: string): RegisterPerson | null {
  const person = people.find((one) => one.nationalNumber === nationalNumber)
  if (!person) return null
  const { key: _, children, ...known } = person
  return {
    ...known,
    children: people
      .filter(({ key }) => children.includes(key))
      .map(({ nationalNumber, name, birthDate, isAddressProtected }) => {
        return { nationalNumber, name, birthDate, isAddressProtected }
      }),
  }
}
