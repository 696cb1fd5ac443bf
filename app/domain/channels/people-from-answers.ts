import type { Document, Person } from '../passport/person.ts'
import type { Answers } from './decision-table.ts'

/**
 * Whom the booking begins with, from what the guide was told: an adult who wants a passport, or nobody. An ID card is with
 * or without the right to travel, and a child has an age: the booking asks that.
 */
export function peopleFrom(answers: Answers): Person[] {
  const isOneAdult = answers['passport-who'] === undefined || answers['passport-who'].includes('me')
  const wants = [answers.document, answers['lost-document']].flatMap((given) => given ?? [])
  const document: Document | null = wants.includes('passport') ? 'passport' : null
  return isOneAdult && document ? [{ ageGroup: '18+', document, needs: [], guardians: null }] : []
}
