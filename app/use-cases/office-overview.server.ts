import { findQueueDay } from '#db/queries/queue-days.ts'
import { queueEventsOf } from '#db/queries/queue-events.ts'
import { ticketsOfDay } from '#db/queries/tickets.ts'
import { toldWaitsOf, waitHitsOf } from '#db/queries/told-waits.ts'
import { hitWeeks, type HitWeek } from '#app/domain/queue/hit-weeks.ts'
import { officeOverview, type OfficeOverview } from '#app/domain/queue/office-overview.ts'
import { hitsOf } from './learn-queue-days.server.ts'
import { queueKnowledge } from './queue-outlook.server.ts'
import { queueOpening, queueState } from './queue-state.server.ts'
import { todayOf, type Portal } from './portal.server.ts'

/** So many weeks of hits are shown, this one among them. */
const WEEKS = 6

export type ManagedOffice = OfficeOverview & {
  isOpen: boolean
  delayMinutes: number
  /** How well waits were told, the newest week first. */
  hits: HitWeek[]
}

/** How an office's day is going, for who manages it. */
export async function managedOffice(portal: Portal, officeId: string): Promise<ManagedOffice> {
  const { read, tables } = portal.engine
  const today = todayOf(portal.clock)
  const at = { officeId, day: today.toString() }
  const to = today.add({ days: 1 }).toString()
  const from = today.subtract({ days: today.dayOfWeek - 1 + (WEEKS - 1) * 7 }).toString()
  const state = await queueState(read, portal, officeId)
  const { coming } = await queueKnowledge(portal, officeId)
  const counted = await waitHitsOf(read, tables, { officeId, from, to })
  const ofToday = hitsOf(await toldWaitsOf(read, tables, at))
  return {
    ...officeOverview(state, {
      ...{ tickets: await ticketsOfDay(read, tables, at), coming },
      events: await queueEventsOf(read, tables, { officeId, from: at.day, to }),
    }),
    isOpen: queueOpening(portal, officeId).isOpen,
    delayMinutes: (await findQueueDay(read, tables, at))?.delayMinutes ?? 0,
    hits: hitWeeks([...counted, { day: at.day, ...ofToday }]).filter(({ told }) => told > 0),
  }
}
