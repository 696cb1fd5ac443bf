import type { Interval } from '#app/domain/time/interval.ts'
import type { Claim } from '#db/queries/claims.ts'

/** When the resources of an office are open, day by day. */
type OpenDays = readonly { resources: readonly { resourceId: number; open: readonly Interval[] }[] }[]

export function idsOf(openings: OpenDays): number[] {
  return [...new Set(openings.flatMap(({ resources }) => resources.map(({ resourceId }) => resourceId)))]
}

/** From the first opening to the last closing; an empty interval when nothing is open. */
export function spanOf(openings: OpenDays): Interval {
  let start = Infinity
  let end = -Infinity
  for (const { resources } of openings) {
    for (const { open } of resources) {
      start = Math.min(start, open[0]?.start ?? start)
      end = Math.max(end, open.at(-1)?.end ?? end)
    }
  }
  return start < end ? { start, end } : { start: 0, end: 0 }
}

/** Claims by resource, in order of time, so that the few of one opening are found at once. */
export function groupTicks(claims: readonly Claim[]) {
  const byResource = Map.groupBy(claims, ({ resourceId }) => resourceId)
  for (const list of byResource.values()) list.sort((a, b) => a.tick - b.tick)
  return {
    within(resourceId: number, start: number, end: number): Claim[] {
      const list = byResource.get(resourceId) ?? []
      return list.slice(firstFrom(list, start), firstFrom(list, end))
    },
  }
}

function firstFrom(claims: readonly Claim[], tick: number): number {
  let low = 0
  let high = claims.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((claims[middle]?.tick ?? Infinity) < tick) low = middle + 1
    else high = middle
  }
  return low
}
