import { lapsesBefore } from '#app/domain/passport/consent.ts'
import { documentRulesOn } from '#app/domain/passport/passport-rules.ts'
import type { Person } from '#app/domain/passport/person.ts'
import { groupNeed } from '#app/domain/passport/stay-length.ts'
import { sumForAll, whatItTakes, type FeeSum, type WhatItTakes } from '#app/domain/passport/what-it-takes.ts'
import type { GroupNeed } from '#app/domain/scheduling/group-times.ts'
import { passportRules, todayOf, type Portal } from './portal.server.ts'

/** What the people of one appointment need of an office, by the rules that hold today. */
export function needOf(portal: Pick<Portal, 'catalogue' | 'clock'>, people: readonly Person[]): GroupNeed {
  return groupNeed(people, passportRules(portal))
}

/**
 * What it takes for each of them, and what they pay together. `day`: that of their time, when there is one; fees change
 * with the year.
 */
export function takesOf(
  portal: Pick<Portal, 'catalogue' | 'clock'>,
  people: readonly Person[],
  day?: Temporal.PlainDate,
): { each: WhatItTakes[]; sum: FeeSum } {
  const today = todayOf(portal.clock)
  // Of a time that is over nobody asks the price.
  const payDay = day && Temporal.PlainDate.compare(day, today) > 0 ? day : today
  const rules = { ...passportRules(portal), ...documentRulesOn(portal.catalogue.rules, payDay) }
  const each = people.map((person) => whatItTakes(person, rules))
  return { each, sum: sumForAll(each) }
}

/** For each of them the months that a consent holds, where one that was given before cannot last until a day; else null. */
export function consentsThatLapse(
  portal: Pick<Portal, 'catalogue' | 'clock'>,
  each: readonly Pick<WhatItTakes, 'consent'>[],
  day: Temporal.PlainDate,
): (number | null)[] {
  const { value: months } = passportRules(portal).consentMonths
  const today = todayOf(portal.clock)
  return each.map(({ consent }) => (lapsesBefore(day, consent, { today, months }) ? months : null))
}
