import type { Person } from '#app/domain/passport/person.ts'
import { stayTicks } from '#app/domain/passport/stay-length.ts'
import { whatItTakes, type WhatItTakes } from '#app/domain/passport/what-it-takes.ts'
import { passportRules, type Portal } from './portal.server.ts'

/** How long a person's stay is, in ticks, and what it takes, by the rules that hold today. */
export function stayOf(
  portal: Pick<Portal, 'catalogue' | 'clock'>,
  person: Person,
): { ticks: number; takes: WhatItTakes } {
  const rules = passportRules(portal)
  return { ticks: stayTicks(person, rules), takes: whatItTakes(person, rules) }
}
