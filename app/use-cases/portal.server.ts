import type { Engine } from '#db/engine.ts'
import { queueVersions } from '#db/queries/queue-days.ts'
import { countyOutlines } from '#db/queries/county-outlines.ts'
import { guideData } from '#db/queries/guide-data.ts'
import type { GuideData } from '#app/domain/channels/guide.ts'
import type { LearntNeeds, NeedSearch } from '#app/domain/channels/search-needs.ts'
import { passportRulesOn, type PassportRules } from '#app/domain/passport/passport-rules.ts'
import { epochSeconds } from '#app/domain/scheduling/appointment.ts'
import type { RandomBytes } from '#app/domain/scheduling/code.ts'
import { OSLO, tickFrom } from '#app/domain/time/tick.ts'
import type { AuditIds } from '#app/server/audit-ids.ts'
import type { Clock } from '#app/server/clock.ts'
import type { Links } from '#app/server/links.ts'
import { loadAvailability, type Availability } from './availability.server.ts'
import { loadCatalogue, type Catalogue } from './catalogue.server.ts'
import { createGuideCounter, type GuideCounter } from './guide-counter.server.ts'
import { keptForDay } from './kept-for-day.ts'
import { mapDrawer, type DrawMap } from './draw-map.server.ts'
import { needSearchWhenAsked } from './need-search.server.ts'
import { createQueueWatch, type QueueWatch } from './queue-watch.server.ts'

/** What every use case works with; made once when the server starts. */
export type Portal = {
  engine: Engine
  clock: Clock
  randomBytes: RandomBytes
  links: Links
  auditIds: AuditIds
  catalogue: Catalogue
  availability: Availability
  drawMap: DrawMap
  queues: QueueWatch
  guideData: GuideData
  needSearch: () => NeedSearch
  guideCounter: GuideCounter
}

/**
 * Loads what is held in memory. The database must be migrated and filled.
 * @param readLearntNeeds what the build has learnt for the search of the guide; without it, it is learnt when first asked
 */
export async function openPortal(
  {
    readLearntNeeds = () => null,
    ...parts
  }: Pick<Portal, 'engine' | 'clock' | 'randomBytes' | 'links' | 'auditIds'> & {
    readLearntNeeds?: () => LearntNeeds | null
  },
  onProgress?: (done: number, of: number) => void,
): Promise<Portal> {
  const { engine, clock } = parts
  const catalogue = await loadCatalogue(engine, todayOf(clock))
  const windowDays = passportRulesOn(catalogue.rules, todayOf(clock)).bookingWindowDays
  const availability = await loadAvailability({ engine, catalogue, clock, windowDays }, onProgress)
  return {
    ...{ ...parts, catalogue, availability, drawMap: mapDrawer(countyOutlines()) },
    queues: createQueueWatch((officeIds) =>
      queueVersions(engine.read, engine.tables, { day: todayOf(clock).toString(), officeIds }),
    ),
    guideData: guideData(todayOf(clock).toString()),
    needSearch: needSearchWhenAsked(readLearntNeeds),
    guideCounter: createGuideCounter(parts),
  }
}

/** The day it is in Norway. */
export function todayOf(clock: Clock): Temporal.PlainDate {
  return clock.now().toZonedDateTimeISO(OSLO).toPlainDate()
}

/** Epoch seconds. */
export function nowSeconds(clock: Clock): number {
  return epochSeconds(clock.now())
}

const rulesOfDay = keptForDay(({ catalogue, clock }: Pick<Portal, 'catalogue' | 'clock'>, _key) =>
  passportRulesOn(catalogue.rules, todayOf(clock)),
)

/** The passport rules that hold today. */
export function passportRules(portal: Pick<Portal, 'catalogue' | 'clock'>): PassportRules {
  return rulesOfDay(portal, '')
}

/** The first tick that may still be booked: now and the notice that offices need. */
export function firstBookableTick(portal: Pick<Portal, 'catalogue' | 'clock'>): number {
  return tickFrom(portal.clock.now().add({ minutes: passportRules(portal).noticeMinutes }))
}
