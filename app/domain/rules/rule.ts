/** How sure a fact is; what is not documented is shown as such. */
export type Confidence = 'documented' | 'unverified' | 'unknown' | 'demonstration' | 'high' | 'medium' | 'low'

/** One row of the rules of the services: a fee, a length, a limit, with the days on which it holds. */
export type ServiceRule = {
  service: string
  attribute: string
  /** 'any', 'person', 'visitor', or an age range in words: 'age 10-15', 'age under 16', 'age 16 and over'. */
  appliesTo: string
  value: string
  unit: string
  /** YYYY-MM-DD */
  validFrom: string
  /** YYYY-MM-DD, the first day on which it no longer holds; null while it holds. */
  validTo: string | null
  confidence: Confidence
  source: string
}

/** The rules that hold on a day. */
export function rulesOn(rules: readonly ServiceRule[], day: Temporal.PlainDate): ServiceRule[] {
  const date = day.toString()
  return rules.filter((rule) => rule.validFrom <= date && (rule.validTo === null || date < rule.validTo))
}

/** A number that a rule gives, and how sure it is; `null` is "not known", which is said, never guessed. */
export type Fact = { value: number | null; confidence: Confidence }
