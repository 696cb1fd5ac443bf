import { guideOn, type Guide } from '#app/domain/channels/guide.ts'
import type { NeedId } from '#app/domain/channels/need.ts'
import { searchNeeds } from '#app/domain/channels/search-needs.ts'
import { keptForDay } from './kept-for-day.ts'
import { todayOf, type Portal } from './portal.server.ts'

/** What the guide is read with. */
export type GuidePortal = Pick<Portal, 'catalogue' | 'clock' | 'guideData'>

const guideOfDay = keptForDay((portal: GuidePortal, _key) =>
  guideOn(portal.guideData, todayOf(portal.clock).toString()),
)

/** The needs, rules and ways that hold today. */
export function guideToday(portal: GuidePortal): Guide {
  return guideOfDay(portal, '')
}

/** So many are shown: the right one is nearly always among them, and they are read in a glance. */
const MOST_FOUND = 4

/** What somebody may mean, the likeliest first. */
export function findNeeds({ needSearch }: Pick<Portal, 'needSearch'>, words: string): NeedId[] {
  return searchNeeds(needSearch(), words)
    .slice(0, MOST_FOUND)
    .map(({ need }) => need)
}
