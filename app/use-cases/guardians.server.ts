import { consentOf, needsConsent } from '#app/domain/passport/consent.ts'
import type { Guardians, Person } from '#app/domain/passport/person.ts'

/** The positions, from 0, of those for whom guardians must consent. */
export function childrenAmong(people: readonly Person[]): number[] {
  return people.flatMap((person, index) => (needsConsent(person) ? [index] : []))
}

/** True while the guardians of somebody have not been asked about. */
export function mustAskGuardians(people: readonly Person[]): boolean {
  return people.some((person) => consentOf(person).state === 'unanswered')
}

/** The person with what was answered about the guardians; somebody who needs no consent has no such answer. */
export function withGuardians(person: Person, guardians: Guardians | null): Person {
  return { ...person, guardians: needsConsent(person) ? guardians : null }
}
