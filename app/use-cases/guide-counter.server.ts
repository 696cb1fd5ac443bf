import { addGuideCounts, guideCountsBetween } from '#db/queries/guide-counts.ts'
import {
  countedUnder,
  isCounted,
  type GuideCount,
  type GuideEvent,
} from '#app/domain/channels/guide-count.ts'
import type { NeedId } from '#app/domain/channels/need.ts'
import type { OutcomeId } from '#app/domain/channels/outcome.ts'
import type { Clock } from '#app/server/clock.ts'
import type { Engine } from '#db/engine.ts'
import { todayOf, type Portal } from './portal.server.ts'

type About = { need: NeedId | null; isSensitive: boolean; outcome?: OutcomeId | null }

export type GuideCounter = {
  /**
   * Counts one more, but nothing of who must call 112. Costs no write: sums are kept until `save`.
   * @param about `outcome`: where it leads, once that is known
   */
  note(event: GuideEvent, detail: string, about: About): void
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
    note(event, detail, { need, isSensitive, outcome = null }) {
      if (!isCounted(outcome)) return
      add({ ...countedUnder(need, { isSensitive, day: todayOf(clock), detail }), event, count: 1 })
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
