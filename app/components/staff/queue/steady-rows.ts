/** A row of a list as it is shown; null where nothing is, so that what lies below stays where it is. */
export type SteadyRow<Row> = { row: Row; isGone: boolean } | null

/**
 * The rows of a list, with those that somebody points at or has focus in kept at their places: nothing moves under the
 * finger. One that is no longer in the list stays until it is left.
 * @param shown the ids of the rows as they were shown last, from the top; null for an empty place
 */
export function steadyRows<Row extends { id: number }>(
  fresh: readonly Row[],
  shown: readonly SteadyRow<Row>[],
  held: readonly number[],
): SteadyRow<Row>[] {
  const kept = new Map(
    shown.flatMap((one, place) => (one && held.includes(one.row.id) ? [[place, one.row] as const] : [])),
  )
  const keptIds = [...kept.values()].map(({ id }) => id)
  const others = fresh.filter(({ id }) => !keptIds.includes(id))
  const length = Math.max(others.length + kept.size, ...[...kept.keys()].map((place) => place + 1))
  return Array.from({ length }, (_, place) => {
    const here = kept.get(place)
    if (here) {
      const row = fresh.find(({ id }) => id === here.id)
      return { row: row ?? here, isGone: !row }
    }
    const next = others.shift()
    return next ? { row: next, isGone: false } : null
  })
}
