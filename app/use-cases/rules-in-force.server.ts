import { publishedRules, type PublishedRule } from '#app/domain/rules/published-rules.ts'
import { todayOf, type Portal } from './portal.server.ts'

/** The rules that the portal goes by today, for people to read. */
export function rulesInForce({ catalogue, clock }: Pick<Portal, 'catalogue' | 'clock'>): PublishedRule[] {
  return publishedRules(catalogue.rules, todayOf(clock))
}
