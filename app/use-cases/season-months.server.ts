import { seasonMonthsOn, type SeasonMonths } from '#app/domain/geography/season.ts'
import { keptForDay } from './kept-for-day.ts'
import { todayOf, type Portal } from './portal.server.ts'

const ofDay = keptForDay(({ catalogue, clock }: Pick<Portal, 'catalogue' | 'clock'>, _key): SeasonMonths =>
  seasonMonthsOn(catalogue.rules, todayOf(clock)),
)

/** The months in which seasonal places are open, by the rules that hold today. */
export function seasonMonths(portal: Pick<Portal, 'catalogue' | 'clock'>): SeasonMonths {
  return ofDay(portal, '')
}
