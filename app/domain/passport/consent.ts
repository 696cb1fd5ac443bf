import { agesOf, type Guardians, type Person } from './person.ts'

/**
 * True when both guardians must consent and one comes along: under 18, except from 13 for an ID card without the right
 * to travel. Source: domain.md §4 (politiet.no, consent).
 */
export function needsConsent({ ageGroup, document }: Pick<Person, 'ageGroup' | 'document'>): boolean {
  const { youngest } = agesOf(ageGroup)
  return youngest < 18 && !(document === 'id-card-no-travel' && youngest >= 13)
}

/** What stands in the way of an application, and what each guardian's answer means. */
export type Consent = {
  /** `unanswered` until the guardians were asked about. */
  state: 'not-needed' | 'unanswered' | 'complete' | 'missing'
  /** Guardians who have yet to consent. */
  missing: number
  /** Guardians who come to the counter. A child must have one. */
  companions: number
  /** At least one guardian consented before; that consent has an age. */
  gaveBefore: boolean
  sole: boolean
}

const NOTHING: Omit<Consent, 'state'> = { missing: 0, companions: 0, gaveBefore: false, sole: false }

/** Where the consent for one person stands. A missing one warns; it never stops a booking. */
export function consentOf(person: Person): Consent {
  if (!needsConsent(person)) return { state: 'not-needed', ...NOTHING }
  if (!person.guardians) return { state: 'unanswered', ...NOTHING }
  const answers = answersOf(person.guardians)
  const missing = answers.filter((answer) => answer === 'missing').length
  return {
    state: missing === 0 ? 'complete' : 'missing',
    missing,
    companions: answers.filter((answer) => answer === 'comes-along').length,
    gaveBefore: answers.includes('has-consented'),
    sole: person.guardians.second === 'sole',
  }
}

/**
 * True when a consent that was given before `today` is sure to have lapsed on the day of the appointment; how long one
 * holds may not be known. When it was given nobody was asked, so one that lapses earlier is not found.
 */
export function lapsesBefore(
  day: Temporal.PlainDate,
  { gaveBefore }: Pick<Consent, 'gaveBefore'>,
  { today, months }: { today: Temporal.PlainDate; months: number | null },
): boolean {
  return gaveBefore && months !== null && Temporal.PlainDate.compare(day, today.add({ months })) > 0
}

/** The answers of the guardians there are: one or two. */
function answersOf({ first, second }: Guardians) {
  return second === 'sole' ? [first] : [first, second]
}

/**
 * How many guardians are sure to be there for any child of the group: so many children can be at a counter at once.
 * At least one, since a child is not served alone: who answered that nobody comes is told so.
 */
export function companionsOf(people: readonly Person[]): number {
  const counts = people.filter(needsConsent).map((person) => consentOf(person).companions)
  return Math.max(1, Math.min(...counts))
}
