import { tickOf } from '#tests/support/builders.ts'
import type { SmallOffice } from '#tests/support/small-country.ts'

/** Offices enough for hundreds of visitors and few enough that a portal starts on them at once. */
export const OFFICE_IDS = ['alta', 'bergen', 'hamar', 'sandvika']

const COUNTERS = 6

/** Three days, of 72 ticks each: people meet, and most get what they want. */
const OPENS = ['2026-11-24', '2026-11-25', '2026-11-26'].map((day) => tickOf(`${day}T09:00`))
const TICKS_OF_DAY = 72

/** Open on one day only, so that everything it has can be held: four counters, six hours, ten minutes each. */
export const SMALL_OFFICE = { id: 'vardo', counters: 4, onlyOn: ['2026-11-25'] }
export const SMALL_OFFICE_STARTS = Array.from(
  { length: TICKS_OF_DAY / 2 },
  (_, index) => tickOf('2026-11-25T09:00') + 2 * index,
)

export const COUNTRY: readonly SmallOffice[] = [
  ...OFFICE_IDS.map((id) => ({ id, counters: COUNTERS })),
  SMALL_OFFICE,
]

/** Some start on these days; a few lie across the steps of the others, so that people overlap by a tick. */
export function someStart(random: () => number): number {
  const opens = OPENS[Math.floor(random() * OPENS.length)] ?? 0
  const start = 2 * Math.floor(random() * (TICKS_OF_DAY / 2 - 1))
  return opens + start + (random() < 0.1 ? 1 : 0)
}
