import type { Fact, ServiceRule } from '../rules/rule.ts'
import { rulesOn } from '../rules/rule.ts'
import { agesOf, type AgeGroup } from './person.ts'

/** What the rules of the passport service say on one day. Lengths in minutes. */
export type PassportRules = {
  minutes: {
    passport: number
    idCard: number
    both: number
    accessibleExtra: number
    interpreterFactor: number
  }
  fee: (document: 'passport' | 'id-card', ageGroup: AgeGroup) => Fact
  validityYears: (document: 'passport' | 'id-card', ageGroup: AgeGroup) => Fact
  emergencyFee: Fact
  /** How far ahead one may book, in days. */
  bookingWindowDays: number
  /** The shortest time between booking and appointment. */
  noticeMinutes: number
  holdMinutes: number
  /** The longest that a time is held, however often it is renewed. */
  longestHoldMinutes: number
  /** What counts as within reach in the search, in kilometres. */
  reachKm: number
  /** How long a consent holds after it was given. */
  consentMonths: Fact
  /** How long a group that is served at several counters may take from the first start to the last end. */
  groupWindowMinutes: number
}

/**
 * The passport rules that hold on a day.
 * @throws {Error} naming the rule that is missing or not a number: the portal must not start on half a rule book
 */
export function passportRulesOn(allRules: readonly ServiceRule[], day: Temporal.PlainDate): PassportRules {
  const rules = rulesOn(allRules, day)

  function facts(service: string, attribute: string): ServiceRule[] {
    return rules.filter((rule) => rule.service === service && rule.attribute === attribute)
  }
  function required(service: string, attribute: string): number {
    const [rule] = facts(service, attribute)
    const value = Number(rule?.value)
    if (!rule || rule.value === '' || !Number.isFinite(value)) {
      throw new Error(`No rule that holds on ${day} gives a number for ${service}, ${attribute}`)
    }
    return value
  }
  return {
    minutes: {
      passport: required('passport', 'duration'),
      idCard: required('id-card', 'duration'),
      both: required('passport-and-id-card', 'duration'),
      accessibleExtra: required('accessible-time', 'extra-duration'),
      interpreterFactor: required('interpreter', 'duration-factor'),
    },
    ...documentRulesOn(allRules, day),
    emergencyFee: factOf(facts('emergency-passport', 'fee')[0]),
    bookingWindowDays: required('passport', 'booking-window'),
    noticeMinutes: required('any', 'notice'),
    holdMinutes: required('any', 'hold'),
    longestHoldMinutes: required('any', 'hold-longest'),
    reachKm: required('any', 'reach'),
    consentMonths: factOf(facts('passport', 'consent-validity')[0]),
    groupWindowMinutes: required('any', 'group-window'),
  }
}

/** What a document costs and how long it is valid, by the rules that hold on a day: what no rule says is not known. */
export function documentRulesOn(
  allRules: readonly ServiceRule[],
  day: Temporal.PlainDate,
): Pick<PassportRules, 'fee' | 'validityYears'> {
  const rules = rulesOn(allRules, day)
  function byAge(attribute: string) {
    return (document: 'passport' | 'id-card', ageGroup: AgeGroup): Fact =>
      factOf(
        rules.find(
          (rule) =>
            rule.service === document && rule.attribute === attribute && covers(rule.appliesTo, ageGroup),
        ),
      )
  }
  return { fee: byAge('fee'), validityYears: byAge('validity') }
}

function factOf(rule: ServiceRule | undefined): Fact {
  if (!rule || rule.value === '') return { value: null, confidence: 'unknown' }
  return { value: Number(rule.value), confidence: rule.confidence }
}

/** True when every age of the group lies in the range that a rule names in words. */
export function covers(appliesTo: string, ageGroup: AgeGroup): boolean {
  const { youngest, oldest } = agesOf(ageGroup)
  const range = /^age (\d+)-(\d+)$/.exec(appliesTo)
  if (range) return youngest >= Number(range[1]) && oldest <= Number(range[2])
  const under = /^age under (\d+)$/.exec(appliesTo)
  if (under) return oldest < Number(under[1])
  const over = /^age (\d+) and over$/.exec(appliesTo)
  if (over) return youngest >= Number(over[1])
  return appliesTo === 'any' || appliesTo === 'person'
}
