import { addGuideCounts, guideCountsBetween } from '#db/queries/guide-counts.ts'
import { countedUnder, type GuideCount, type GuideEvent } from '#app/domain/channels/guide-count.ts'
import type { NeedId } from '#app/domain/channels/need.ts'
import type { Clock } from '#app/server/clock.ts'
import type { Engine } from '#db/engine.ts'
import { todayOf, type Portal } from './portal.server.ts'

export type GuideCounter = {
  /** Counts one more. Costs no write: sums are kept until `save`. */
  note(event: GuideEvent, detail: string, about: { need: NeedId | null; isSensitive: boolean }): void
  /** Adds what was counted since to the database. */
  save(): Promise<void>
}

/**
 * Counts what happens in the guide, without cookies and without anything about who it was. Sums wait in memory for some
 * seconds, so that no page of somebody in a hurry waits for the disk; a crash loses that much.
 */
export function createGuideCounter({ engine, clock }: { engine: Engine; clock: Clock }): GuideCounter {
  let waiting = new Map<string, GuideCount>()
  const add = (count: GuideCount) => {
    const key = [count.day, count.need, count.event, count.detail].join(' ')
    waiting.set(key, { ...count, count: count.count + (waiting.get(key)?.count ?? 0) })
  }
  return {
    note(event, detail, { need, isSensitive }) {
      add({ ...countedUnder(need, { isSensitive, day: todayOf(clock) }), event, detail, count: 1 })
    },
    async save() {
      if (waiting.size === 0) return
      const counts = [...waiting.values()]
      waiting = new Map()
      try {
        await engine.write((tx) => addGuideCounts(tx, engine.tables, counts))
      } catch (error) {
        // Kept for the next time.
        counts.forEach(add)
        throw error
      }
    },
  }
}

/** So far back is shown. */
const SHOWN_DAYS = 28

/** What was counted lately, and sensitive needs since the month began that far back. */
export async function recentGuideCounts({
  engine,
  clock,
}: Pick<Portal, 'engine' | 'clock'>): Promise<GuideCount[]> {
  const today = todayOf(clock)
  const from = today.subtract({ days: SHOWN_DAYS })
  const counts = await guideCountsBetween(engine.read, engine.tables, {
    from: from.with({ day: 1 }).toString(),
    to: today.toString(),
  })
  return counts.filter(({ day, need }) => need === 'sensitive' || day >= from.toString())
}
