import { rulesOn, type ServiceRule } from './rule.ts'

/** The rules that are shown to people, in this order, named by service and attribute. */
export const PUBLISHED = [
  'passport-fee',
  'id-card-fee',
  'emergency-passport-fee',
  'passport-validity',
  'id-card-validity',
  'passport-duration',
  'id-card-duration',
  'passport-and-id-card-duration',
  'accessible-time-extra-duration',
  'interpreter-duration-factor',
  'passport-consent-validity',
  'passport-booking-window',
  'any-notice',
  'any-hold',
  'any-hold-longest',
  'any-group-window',
  'any-reach',
  'any-holds',
  'any-active-appointments',
  'any-confirmations-per-day',
  'any-session-idle',
  'any-session-longest',
  'any-session-warning',
  'any-kept',
  'contact-kept',
  'queue-kept',
  'any-reminder-least',
  'any-letter-days',
] as const
export type PublishedName = (typeof PUBLISHED)[number]

const UNITS = ['NOK', 'years', 'months', 'days', 'minutes', 'km', 'times', 'count'] as const
export type RuleUnit = (typeof UNITS)[number]

/** Who a rule is for, read from the words of its row. */
export type RuleAges =
  { kind: 'all' } | { kind: 'range'; from: number; to: number } | { kind: 'under' | 'over'; age: number }

export type RuleConfidence = 'documented' | 'unverified' | 'unknown' | 'demonstration'

/** A rule as it can be said in any language; `value` is null when it is not known. */
export type PublishedRule = {
  name: PublishedName
  ages: RuleAges
  value: number | null
  unit: RuleUnit
  confidence: RuleConfidence
}

/** The rules in force on a day that people may read, fees first. */
export function publishedRules(rules: readonly ServiceRule[], day: Temporal.PlainDate): PublishedRule[] {
  const inForce = rulesOn(rules, day)
  return PUBLISHED.flatMap((name) =>
    inForce
      .filter(({ service, attribute }) => `${service}-${attribute}` === name)
      .flatMap((rule) => published(name, rule) ?? []),
  )
}

function published(name: PublishedName, rule: ServiceRule): PublishedRule | null {
  const unit = UNITS.find((known) => known === rule.unit)
  const value = rule.value === '' ? null : Number(rule.value)
  if (!unit || Number.isNaN(value)) return null
  const confidence = value === null ? 'unknown' : confidenceOf(rule)
  return { name, ages: agesOfRule(rule.appliesTo), value, unit, confidence }
}

/** A rule has one of the first four; the grades of offices are never taken for more than unconfirmed. */
function confidenceOf({ confidence }: ServiceRule): RuleConfidence {
  switch (confidence) {
    case 'documented':
    case 'unverified':
    case 'unknown':
    case 'demonstration':
      return confidence
    case 'high':
    case 'medium':
    case 'low':
      return 'unverified'
    default:
      return confidence satisfies never
  }
}

function agesOfRule(appliesTo: string): RuleAges {
  const range = /^age (\d+)-(\d+)$/.exec(appliesTo)
  if (range) return { kind: 'range', from: Number(range[1]), to: Number(range[2]) }
  const under = /^age under (\d+)$/.exec(appliesTo)
  if (under) return { kind: 'under', age: Number(under[1]) }
  const over = /^age (\d+) and over$/.exec(appliesTo)
  if (over) return { kind: 'over', age: Number(over[1]) }
  return { kind: 'all' }
}
