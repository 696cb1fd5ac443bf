import type { Guardians, Person } from '#app/domain/passport/person.ts'
import type { FormError, FormErrors } from '#app/components/form/form-error.ts'
import { childrenAmong, withGuardians } from '#app/use-cases/guardians.server.ts'
import { GuardiansAnswer } from './read-person.server.ts'

/** One set of questions: for all children at once, or for one of them. */
export type GuardiansQuestion = {
  /** What the fields of the set are called: '' or '-2' for person 2. */
  suffix: string
  /** The person that the set is about, from 1; null for all children. */
  number: number | null
  answers: { first: string; second: string }
}

/** The sets that the page asks. Children with different answers are asked about one by one. */
export function guardiansQuestions(people: readonly Person[], wishedEach: boolean): GuardiansQuestion[] {
  const children = childrenAmong(people)
  const answered = children.flatMap((index) => people[index]?.guardians ?? [])
  const differ = new Set(answered.map(({ first, second }) => `${first} ${second}`)).size > 1
  if (children.length > 1 && (wishedEach || differ)) {
    return children.map((index) => ({
      suffix: `-${index + 1}`,
      number: index + 1,
      answers: shown(people[index]?.guardians ?? null),
    }))
  }
  // A child that was added later most likely has the guardians of the others.
  return [{ suffix: '', number: null, answers: shown(answered[0] ?? null) }]
}

function shown(guardians: Guardians | null): { first: string; second: string } {
  return guardians ?? { first: '', second: '' }
}

export type GuardiansForm =
  { ok: true; people: Person[] } | { ok: false; errors: FormErrors; questions: GuardiansQuestion[] }

/** Reads what was posted for the sets that were asked; every question must be answered. */
export function readGuardiansForm(
  posted: FormData,
  people: readonly Person[],
  questions: readonly GuardiansQuestion[],
): GuardiansForm {
  const errors: Record<string, FormError> = {}
  const read = questions.map((question) => {
    const answers = {
      first: String(posted.get(`first${question.suffix}`) ?? ''),
      second: String(posted.get(`second${question.suffix}`) ?? ''),
    }
    const parsed = GuardiansAnswer.safeParse(answers)
    const wrong = new Set(parsed.error?.issues.map(({ path }) => path[0]))
    for (const which of ['first', 'second'] as const) {
      if (wrong.has(which)) errors[`${which}${question.suffix}`] = guardianError(which, question.number)
    }
    return { ...question, answers, guardians: parsed.data ?? null }
  })
  if (Object.keys(errors).length > 0) {
    return { ok: false, errors, questions: read.map(({ guardians: _, ...question }) => question) }
  }
  const guardiansOf = (number: number) =>
    read.find((question) => question.number === null || question.number === number)?.guardians ?? null
  return {
    ok: true,
    people: people.map((person, index) => withGuardians(person, guardiansOf(index + 1))),
  }
}

/** Says of which child, when each is asked about. */
function guardianError(which: 'first' | 'second', number: number | null): FormError {
  return number === null
    ? `validation:guardians.${which}`
    : { key: `validation:guardians.${which}Of`, options: { number } }
}
