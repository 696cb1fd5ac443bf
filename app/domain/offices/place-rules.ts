import type { OfficeKind } from '../geography/office.ts'
import type { Confidence, ServiceRule } from '../rules/rule.ts'
import { rulesOn } from '../rules/rule.ts'

/** What one may want to do at an office; of the others it is not known where they are given. */
export const OFFICE_SERVICES = ['passport', 'report', 'immigration'] as const
export type OfficeService = (typeof OFFICE_SERVICES)[number]

/** Whether a kind of place gives a service; `unknown` is said, never guessed (docs/decisions/010). */
export const GIVEN = ['yes', 'no', 'unknown'] as const
export type Given = (typeof GIVEN)[number]

/** What the rules say about places beyond the office list. */
export type PlaceRules = {
  /** Numbers of the municipalities that have a local service centre. */
  serviceCentres: readonly string[]
  /** Numbers of those that no road leads to: there the straight line says least. */
  withoutRoad: readonly string[]
  /** What is given at which kind of place, passports excepted: those each office has of its own. */
  given: (service: Exclude<OfficeService, 'passport'>, kind: OfficeKind) => Given
  /** Where messages to the politikontakt of a district go; null where nobody has said it. */
  mailboxOf: (districtId: string) => { address: string; confidence: Confidence } | null
}

/**
 * The rules about places that hold on a day. A rule that is missing means "not known".
 * @throws {RangeError} for a value that makes no sense: a typing error must not send anybody to the wrong place
 */
export function placeRulesOn(allRules: readonly ServiceRule[], day: Temporal.PlainDate): PlaceRules {
  const rules = rulesOn(allRules, day)
  const valueOf = (service: string, attribute: string, appliesTo: string) =>
    rules.find(
      (rule) => rule.service === service && rule.attribute === attribute && rule.appliesTo === appliesTo,
    )
  const numbersOf = (service: string, attribute: string) =>
    rules
      .filter((rule) => rule.service === service && rule.attribute === attribute)
      .flatMap(({ value }) => value.split(';'))
      .map((number) => {
        if (!/^\d{4}$/.test(number)) throw new RangeError(`Not a municipality number: "${number}"`)
        return number
      })
  return {
    serviceCentres: numbersOf('office', 'service-centres'),
    withoutRoad: numbersOf('office', 'without-road'),
    given(service, kind) {
      const value = valueOf(service, 'at-office', kind)?.value ?? 'unknown'
      const given = GIVEN.find((known) => known === value)
      if (!given)
        throw new RangeError(`Not yes, no or unknown for ${service}, at-office, ${kind}: "${value}"`)
      return given
    },
    mailboxOf(districtId) {
      const rule = valueOf('contact', 'mailbox', districtId)
      return rule && rule.value !== '' ? { address: rule.value, confidence: rule.confidence } : null
    },
  }
}
