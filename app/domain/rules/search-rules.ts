import { rulesOn, type ServiceRule } from './rule.ts'

/** What the rules say about the filters of the search. */
export type SearchRules = {
  /** The wall clock at which the evening begins, 'HH:MM'. */
  eveningFrom: string
  /** The distances that one may choose between, in kilometres, the shortest first. */
  distancesKm: readonly number[]
}

const CLOCK = /^([01]\d|2[0-3]):[0-5][05]$/

/**
 * The rules of the search that hold on a day (any, evening-from and distance-choices, search).
 * @throws {Error} naming the rule that is missing or makes no sense: a typing error must not hide times silently
 */
export function searchRulesOn(allRules: readonly ServiceRule[], day: Temporal.PlainDate): SearchRules {
  const rules = rulesOn(allRules, day)
  function valueOf(attribute: string): string {
    const rule = rules.find(
      (row) => row.service === 'any' && row.attribute === attribute && row.appliesTo === 'search',
    )
    if (!rule) throw new Error(`No rule that holds on ${day} gives any, ${attribute}, search`)
    return rule.value
  }

  const eveningFrom = valueOf('evening-from')
  if (!CLOCK.test(eveningFrom)) throw new Error(`Not a time on a step of five minutes: "${eveningFrom}"`)
  const distancesKm = valueOf('distance-choices').split(';').map(distanceOf)
  return { eveningFrom, distancesKm: distancesKm.sort((a, b) => a - b) }
}

function distanceOf(text: string): number {
  const distance = Number(text)
  if (!Number.isInteger(distance) || distance < 1) throw new Error(`Not a distance in kilometres: "${text}"`)
  return distance
}
