import type { Point } from '#app/domain/geography/distance.ts'
import type { GroupNeed } from '#app/domain/scheduling/group-times.ts'
import {
  chosenParts,
  filterInForce,
  withoutPart,
  type FilterPart,
  type SearchFilter,
} from '#app/domain/scheduling/search-filter.ts'
import { earliestTimes, type EarliestTimes, type OfficeTime } from './earliest-times.server.ts'
import type { Portal } from './portal.server.ts'
import { searchRules } from './search-bounds.server.ts'

/** What one finds with one part of the filter taken away. */
export type LooserTimes = {
  part: FilterPart
  filter: SearchFilter
  /** How many places fit then, and the earliest of them. */
  places: number
  first: OfficeTime | null
}

export type FilteredTimes = EarliestTimes & {
  /** What the times are narrowed to: less what means nothing from here. */
  filter: SearchFilter
  /** The parts that are chosen, each with the filter that is left without it. */
  chosen: { part: FilterPart; without: SearchFilter }[]
  /** How many places have a time that fits. */
  fitting: number
  /** When nothing fits: what one would find if one asked for less. */
  looser: LooserTimes[]
  /** What can be chosen here. */
  choices: { distancesKm: readonly number[]; eveningFrom: string; weekdays: readonly number[] }
}

/** The earliest times that fit what a person asks for; when none does, what they would get by asking for less. */
export async function filteredTimes(
  portal: Portal,
  { filter: wanted, ...search }: { need: GroupNeed; from: Point | null; filter: SearchFilter },
): Promise<FilteredTimes> {
  const { distancesKm, eveningFrom } = searchRules(portal)
  const hasPlace = search.from !== null
  const filter = filterInForce(wanted, { distancesKm, hasPlace })
  const times = await earliestTimes(portal, { ...search, filter })
  const chosen = chosenParts(filter).map((part) => ({ part, without: withoutPart(filter, part) }))
  const fitting = countFitting(times)

  const looser: LooserTimes[] = []
  for (const { part, without } of fitting === 0 ? chosen : []) {
    const found = await earliestTimes(portal, { ...search, filter: without })
    const first = found.anywhere ?? found.withinReach
    looser.push({ part, filter: without, places: countFitting(found), first })
  }
  const { weekdays } = portal.catalogue
  return {
    ...times,
    filter,
    chosen,
    fitting,
    looser,
    choices: { distancesKm: hasPlace ? distancesKm : [], eveningFrom, weekdays },
  }
}

function countFitting({ offices }: EarliestTimes): number {
  return offices.filter(({ earliest }) => earliest !== null).length
}
