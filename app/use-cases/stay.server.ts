import type { Person } from '#app/domain/passport/person.ts'
import { groupNeed } from '#app/domain/passport/stay-length.ts'
import { sumForAll, whatItTakes, type FeeSum, type WhatItTakes } from '#app/domain/passport/what-it-takes.ts'
import type { GroupNeed } from '#app/domain/scheduling/group-times.ts'
import { passportRules, type Portal } from './portal.server.ts'

/** What the people of one appointment need of an office, by the rules that hold today. */
export function needOf(portal: Pick<Portal, 'catalogue' | 'clock'>, people: readonly Person[]): GroupNeed {
  return groupNeed(people, passportRules(portal))
}

/** What it takes for each of them, and what they pay together. */
export function takesOf(
  portal: Pick<Portal, 'catalogue' | 'clock'>,
  people: readonly Person[],
): { each: WhatItTakes[]; sum: FeeSum } {
  const rules = passportRules(portal)
  const each = people.map((person) => whatItTakes(person, rules))
  return { each, sum: sumForAll(each) }
}
