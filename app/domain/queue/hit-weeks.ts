/** How many waits of a week were told beforehand, and how many were as told. `monday`: YYYY-MM-DD. */
export type HitWeek = { monday: string; told: number; half: number; most: number }

/** Adds days up to the weeks that they lie in, the newest first. */
export function hitWeeks(
  days: readonly { day: string; told: number; half: number; most: number }[],
): HitWeek[] {
  const weeks = new Map<string, HitWeek>()
  for (const { day, told, half, most } of days) {
    const date = Temporal.PlainDate.from(day)
    const monday = date.subtract({ days: date.dayOfWeek - 1 }).toString()
    const before = weeks.get(monday) ?? { monday, told: 0, half: 0, most: 0 }
    weeks.set(monday, {
      ...{ monday, told: before.told + told },
      ...{ half: before.half + half, most: before.most + most },
    })
  }
  return [...weeks.values()].sort((a, b) => b.monday.localeCompare(a.monday))
}
