import { z } from 'zod'
import { needsConsent } from '#app/domain/passport/consent.ts'
import {
  AGE_GROUPS,
  DOCUMENTS,
  GUARDIAN_ANSWERS,
  NEEDS,
  type Guardians,
  type Need,
  type Person,
} from '#app/domain/passport/person.ts'

/** The answers of both guardians as one page gives them; `sole`: there is no second one. */
export const GuardiansAnswer = z.object({
  first: z.enum(GUARDIAN_ANSWERS),
  second: z.enum([...GUARDIAN_ANSWERS, 'sole']),
})

const Parameter = z.object({ ageGroup: z.enum(AGE_GROUPS), document: z.enum(DOCUMENTS) })

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

/** Reads it; null when it makes no sense. Guardians of somebody who needs no consent are left out. */
export function readPerson(text: string): Person | null {
  const [ageGroup, document, needs = '', guardians = ''] = text.split('.')
  const person = Parameter.safeParse({ ageGroup, document })
  if (!person.success) return null
  return {
    ...person.data,
    needs: [...new Set(needs.split('_').filter(isNeed))],
    guardians: needsConsent(person.data) ? readGuardians(guardians) : null,
  }
}

function readGuardians(text: string): Guardians | null {
  const [first, second] = text.split('_')
  return GuardiansAnswer.safeParse({ first, second }).data ?? null
}

function isNeed(value: string): value is Need {
  return NEEDS.some((need) => need === value)
}
