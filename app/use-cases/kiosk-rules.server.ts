import { kioskRulesOn } from '#app/domain/queue/kiosk-rules.ts'
import { keptForDay } from './kept-for-day.ts'
import { todayOf, type Portal } from './portal.server.ts'

const ofDay = keptForDay(({ catalogue, clock }: Pick<Portal, 'catalogue' | 'clock'>, _key) =>
  kioskRulesOn(catalogue.rules, todayOf(clock)),
)

/** The rules of the kiosk that hold today. */
export function kioskRules(portal: Pick<Portal, 'catalogue' | 'clock'>) {
  return ofDay(portal, '')
}
