import { rulesOn, type ServiceRule } from '../rules/rule.ts'
import type { Season } from './office.ts'

/** The months (1–12) in which each season lasts; a rule in data, since no source says when the places open. */
export type SeasonMonths = Record<Season, readonly number[]>

/** True when a place with this season is open in the month of the day; a place without a season always is. */
export function isInSeason(season: Season | null, day: Temporal.PlainDate, months: SeasonMonths): boolean {
  return season === null || months[season].includes(day.month)
}

/**
 * The months that a rule lists: '12;1;2' gives [12, 1, 2].
 * @throws {RangeError} for anything that is not a list of months: a typing error must not close a place silently
 */
export function monthsOfRule(value: string): number[] {
  return value.split(';').map((text) => {
    const month = Number(text)
    if (!Number.isInteger(month) || month < 1 || month > 12) throw new RangeError(`Not a month: "${text}"`)
    return month
  })
}

/**
 * The months of both seasons as the rules have them on a day (office, open-months, summer or winter).
 * @throws {Error} naming the season that no rule gives months
 */
export function seasonMonthsOn(allRules: readonly ServiceRule[], day: Temporal.PlainDate): SeasonMonths {
  const rules = rulesOn(allRules, day)
  function monthsOf(season: Season): number[] {
    const rule = rules.find(
      ({ service, attribute, appliesTo }) =>
        service === 'office' && attribute === 'open-months' && appliesTo === season,
    )
    if (!rule) throw new Error(`No rule that holds on ${day} gives months for office, open-months, ${season}`)
    return monthsOfRule(rule.value)
  }
  return { summer: monthsOf('summer'), winter: monthsOf('winter') }
}
