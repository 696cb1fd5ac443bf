import { z } from 'zod'
import {
  AGE_GROUPS,
  DOCUMENTS,
  GUARDIAN_ANSWERS,
  NEEDS,
  type Guardians,
  type Need,
  type Person,
} from '#app/domain/passport/person.ts'
import { withGuardians } from '#app/use-cases/guardians.server.ts'

/** The answers of both guardians as one page gives them; `sole`: there is no second one. */
export const GuardiansAnswer = z.object({
  first: z.enum(GUARDIAN_ANSWERS),
  second: z.enum([...GUARDIAN_ANSWERS, 'sole']),
})

const Parameter = z.object({ ageGroup: z.enum(AGE_GROUPS), document: z.enum(DOCUMENTS) })

/** Reads what `writePerson` wrote; null when it makes no sense. */
export function readPerson(text: string): Person | null {
  const [ageGroup, document, needs = '', guardians = ''] = text.split('.')
  const person = Parameter.safeParse({ ageGroup, document })
  if (!person.success) return null
  const known = [...new Set(needs.split('_').filter(isNeed))]
  return withGuardians({ ...person.data, needs: known, guardians: null }, readGuardians(guardians))
}

function readGuardians(text: string): Guardians | null {
  const [first, second] = text.split('_')
  return GuardiansAnswer.safeParse({ first, second }).data ?? null
}

function isNeed(value: string): value is Need {
  return NEEDS.some((need) => need === value)
}
