import type { Person } from '#app/domain/passport/person.ts'

/**
 * One person as a parameter of an address: `AGE.DOCUMENT`, then `.NEEDS` (joined by `_`) and `.FIRST_SECOND` for the
 * guardians of a child. It says nothing about who the person is.
 */
export function writePerson({ ageGroup, document, needs, guardians }: Person): string {
  const parts = [
    ageGroup,
    document,
    needs.join('_'),
    guardians ? `${guardians.first}_${guardians.second}` : '',
  ]
  while (parts.at(-1) === '') parts.pop()
  return parts.join('.')
}
