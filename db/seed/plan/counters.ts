/** How many counters each office has, and how full they are. */
export type Sizing = { countersOf: ReadonlyMap<string, number>; demand: number }

type Weighted = {
  officeId: string
  /** The people it serves; null for a bus, which has one counter. */
  population: number | null
}

const PEOPLE_PER_COUNTER = 60_000
const MOST_COUNTERS = 8

/** The demonstration: a counter for each 60,000 people, from one to eight. */
export function demoSizing(offices: readonly Weighted[]): Sizing {
  const countersOf = new Map(
    offices.map(({ officeId, population }) => [
      officeId,
      population === null ? 1 : Math.min(MOST_COUNTERS, countersFor(population, PEOPLE_PER_COUNTER)),
    ]),
  )
  return { countersOf, demand: 1 }
}

/**
 * As many counters as it takes to hold about `claims` claims, spread by population. When one counter each is more
 * than enough, there is less demand instead. `claimsPerCounter` is what one counter of an office takes at full demand.
 */
export function sizingFor(
  offices: readonly Weighted[],
  claimsPerCounter: ReadonlyMap<string, number>,
  claims: number,
): Sizing {
  function countersAt(peoplePerCounter: number): Map<string, number> {
    return new Map(
      offices.map(({ officeId, population }) => [
        officeId,
        population === null ? 1 : countersFor(population, peoplePerCounter),
      ]),
    )
  }
  function claimsOf(counters: ReadonlyMap<string, number>): number {
    let sum = 0
    for (const [officeId, count] of counters) sum += count * (claimsPerCounter.get(officeId) ?? 0)
    return sum
  }

  const least = countersAt(Infinity)
  if (claims <= claimsOf(least)) return { countersOf: least, demand: claims / claimsOf(least) }
  // The sum falls as the people per counter grow: halve the range until the counters no longer change.
  let [low, high] = [1, 10_000_000]
  for (let step = 0; step < 50; step += 1) {
    const middle = Math.sqrt(low * high)
    if (claimsOf(countersAt(middle)) > claims) low = middle
    else high = middle
  }
  return { countersOf: countersAt(high), demand: 1 }
}

function countersFor(population: number, peoplePerCounter: number): number {
  return Math.max(1, Math.round(population / peoplePerCounter))
}
