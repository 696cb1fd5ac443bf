import type { Engine } from '#db/engine.ts'
import {
  allClosures,
  allDatedOpenings,
  allDistricts,
  allMunicipalities,
  allOffices,
  allOpenings,
  allPlaces,
  allResources,
  allServiceRules,
  newestSeeding,
  type DatedOpening,
  type Resource,
  type WeeklyOpening,
} from '#db/queries/catalogue.ts'
import { buildPlaceIndex, type PlaceIndex } from '#app/domain/geography/find-place.ts'
import type { Office } from '#app/domain/geography/office.ts'
import type { Municipality } from '#app/domain/geography/municipality.ts'
import { isInSeason, seasonMonthsOn } from '#app/domain/geography/season.ts'
import type { ClosedReason } from '#app/domain/offices/open-state.ts'
import { placeRulesOn } from '#app/domain/offices/place-rules.ts'
import { messageRulesOn } from '#app/domain/messages/message-rules.ts'
import { checklistsOn } from '#app/domain/queue/checklist.ts'
import { queueRulesOn } from '#app/domain/queue/queue-rules.ts'
import { passportRulesOn } from '#app/domain/passport/passport-rules.ts'
import { keptDaysOn } from '#app/domain/identity/retention.ts'
import { AUDIENCES, sessionRulesOn } from '#app/domain/identity/session-rules.ts'
import { bookingLimitsOn } from '#app/domain/rules/booking-limits.ts'
import { searchRulesOn } from '#app/domain/rules/search-rules.ts'
import type { ServiceRule } from '#app/domain/rules/rule.ts'
import { openIntervals } from '#app/domain/scheduling/open-intervals.ts'
import { holidayOn } from '#app/domain/time/holidays.ts'
import type { Interval } from '#app/domain/time/interval.ts'

/** What changes rarely, held in memory: offices, when they are open, places to search from, rules. */
export type Catalogue = {
  offices: ReadonlyMap<string, Office>
  districts: ReadonlyMap<string, { nameNb: string; nameNn: string; isPolice: boolean }>
  municipalities: ReadonlyMap<string, Municipality>
  resourcesOf(officeId: string): readonly Resource[]
  /** When a resource is open on a day: templates and dated openings less holidays, closures and months off season. */
  openOn(resource: Resource, day: Temporal.PlainDate): Interval[]
  /** Why an office is closed on a day, whatever its week says; null when it is not. */
  closedOn(officeId: string, day: Temporal.PlainDate): ClosedReason | null
  /** Weekdays on which some office is open week by week, 1 = Monday. */
  weekdays: readonly number[]
  places: PlaceIndex
  rules: readonly ServiceRule[]
}

/**
 * Reads the catalogue and checks its rules.
 * @throws {Error} with a sentence for the operator when the database is empty or a rule is missing
 */
export async function loadCatalogue(engine: Engine, today: Temporal.PlainDate): Promise<Catalogue> {
  if ((await newestSeeding(engine)) === null)
    throw new Error('The database has no data yet: run `npm run seed`.')
  const rules = await allServiceRules(engine)
  passportRulesOn(rules, today)
  seasonMonthsOn(rules, today)
  searchRulesOn(rules, today)
  bookingLimitsOn(rules, today)
  keptDaysOn(rules, today)
  keptDaysOn(rules, today, 'message')
  keptDaysOn(rules, today, 'ticket')
  for (const audience of AUDIENCES) sessionRulesOn(rules, today, audience)
  messageRulesOn(rules, today)
  queueRulesOn(rules, today)
  checklistsOn(rules, today)
  placeRulesOn(rules, today)

  const resources = Map.groupBy(await allResources(engine), ({ officeId }) => officeId)
  const openings = await allOpenings(engine)
  const weekly = Map.groupBy<number, WeeklyOpening>(openings, ({ resourceId }) => resourceId)
  const dated = Map.groupBy<number, DatedOpening>(
    await allDatedOpenings(engine),
    ({ resourceId }) => resourceId,
  )
  const closures = new Map(
    (await allClosures(engine)).map(({ officeId, day, reason }) => [`${officeId} ${day}`, reason]),
  )
  const offices = new Map((await allOffices(engine)).map((office) => [office.id, office]))
  function closedOn(officeId: string, day: Temporal.PlainDate): ClosedReason | null {
    const holiday = holidayOn(day)
    if (holiday !== null) return { kind: 'holiday', name: holiday }
    const reason = closures.get(`${officeId} ${day}`)
    if (reason !== undefined) return { kind: 'closure', reason }
    const season = offices.get(officeId)?.season ?? null
    const isOut = season !== null && !isInSeason(season, day, seasonMonthsOn(rules, day))
    return isOut ? { kind: 'season' } : null
  }
  return {
    offices,
    districts: new Map((await allDistricts(engine)).map((district) => [district.id, district])),
    municipalities: new Map((await allMunicipalities(engine)).map((one) => [one.number, one])),
    resourcesOf: (officeId) => resources.get(officeId) ?? [],
    openOn: (resource, day) =>
      openIntervals({
        day,
        openings: weekly.get(resource.id) ?? [],
        datedOpenings: dated.get(resource.id) ?? [],
        isClosed: closedOn(resource.officeId, day) !== null,
      }),
    closedOn,
    weekdays: [...new Set(openings.map(({ weekday }) => weekday))].sort((a, b) => a - b),
    places: buildPlaceIndex(await allPlaces(engine)),
    rules,
  }
}
