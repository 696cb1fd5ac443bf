import type { Person } from '../passport/person.ts'
import type { Answers } from './decision-table.ts'

/**
 * Whom the booking begins with, from what the guide was told: an adult who wants a passport, or nobody. An ID card is with
 * or without the right to travel, and a child has an age: the booking asks that, and whose it is where nobody said.
 */
export function peopleFrom(answers: Answers): Person[] {
  const isAdultWithPassport =
    answers['passport-who']?.includes('me') && answers.document?.includes('passport')
  return isAdultWithPassport ? [{ ageGroup: '18+', document: 'passport', needs: [], guardians: null }] : []
}
