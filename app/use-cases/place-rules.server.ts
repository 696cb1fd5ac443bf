import { placeRulesOn, type PlaceRules } from '#app/domain/offices/place-rules.ts'
import { keptForDay } from './kept-for-day.ts'
import { todayOf, type Portal } from './portal.server.ts'

const ofDay = keptForDay(({ catalogue, clock }: Pick<Portal, 'catalogue' | 'clock'>, _key): PlaceRules =>
  placeRulesOn(catalogue.rules, todayOf(clock)),
)

/** The rules about places that hold today. */
export function placeRules(portal: Pick<Portal, 'catalogue' | 'clock'>): PlaceRules {
  return ofDay(portal, '')
}
