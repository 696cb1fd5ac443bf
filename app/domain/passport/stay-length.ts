import { TICK_SECONDS } from '../time/tick.ts'
import type { PassportRules } from './passport-rules.ts'
import { singleDocuments, type Person } from './person.ts'

/** How long a person needs at the counter, in whole minutes (services.csv: duration, extra-duration). */
export function stayMinutes(person: Person, { minutes }: PassportRules): number {
  const documents = singleDocuments(person.document)
  const base =
    documents.length === 2 ? minutes.both : documents[0] === 'passport' ? minutes.passport : minutes.idCard
  const spoken = person.needs.includes('interpreter') ? base * minutes.interpreterFactor : base
  return spoken + (person.needs.includes('accessible') ? minutes.accessibleExtra : 0)
}

/** The same in ticks, rounded up: a started tick is claimed whole. */
export function stayTicks(person: Person, rules: PassportRules): number {
  return Math.ceil((stayMinutes(person, rules) * 60) / TICK_SECONDS)
}
