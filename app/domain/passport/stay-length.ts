import type { GroupNeed, Stay } from '../scheduling/group-times.ts'
import { TICK_SECONDS } from '../time/tick.ts'
import { companionsOf, needsConsent } from './consent.ts'
import type { PassportRules } from './passport-rules.ts'
import { agesOf, singleDocuments, type Person } from './person.ts'

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

/** What the people of one appointment need of an office, in their order. */
export function groupNeed(people: readonly Person[], rules: PassportRules): GroupNeed {
  return {
    stays: people.map((person) => ({ ticks: stayTicks(person, rules), attendance: attendanceOf(person) })),
    windowTicks: Math.floor((rules.groupWindowMinutes * 60) / TICK_SECONDS),
    companions: companionsOf(people),
  }
}

function attendanceOf(person: Person): Stay['attendance'] {
  if (needsConsent(person)) return 'accompanied'
  return agesOf(person.ageGroup).youngest >= 18 ? 'may-accompany' : 'alone'
}
