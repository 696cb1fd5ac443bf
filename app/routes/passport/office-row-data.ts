import type { OfficeRowData } from '#app/components/passport/office-row.tsx'
import type { GroupNeed } from '#app/domain/scheduling/group-times.ts'
import { describeTick } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { OfficeTime } from '#app/use-cases/earliest-times.server.ts'
import { spanOfSeats } from '#app/use-cases/office-times.server.ts'
import { todayOf, type Portal } from '#app/use-cases/portal.server.ts'
import { busNamesIn } from './bus-data.ts'

/** Of a place that may not fit, also the earliest time of any kind. */
type AnyOfficeTime = OfficeTime & { otherwise?: number | null }

/** Turns offices and their earliest times for a group into rows for a page. */
export function officeRowsIn(portal: Portal, language: Language, need: GroupNeed) {
  const t = translator(language)
  const today = todayOf(portal.clock)
  const busOf = busNamesIn(portal)
  const describe = (tick: number) => describeTick(tick, today, language, t)
  return ({ office, distanceKm, earliest, otherwise = null }: AnyOfficeTime): OfficeRowData => {
    const isGroup = need.stays.length > 1
    const seats = isGroup && earliest !== null ? portal.availability.plan(office.id, earliest, need) : null
    return {
      office: {
        id: office.id,
        name: office.name,
        kind: office.kind,
        address: office.address,
        postalPlace: office.postalPlace,
        positionBasis: office.positionBasis,
        hoursBasis: office.hoursBasis,
      },
      distanceKm,
      people: need.stays.length,
      earliest: earliest === null ? null : describe(earliest),
      group: seats && { size: need.stays.length, until: describe(spanOfSeats(seats).endTick).time },
      otherwise: otherwise === null ? null : describe(otherwise),
      bus: busOf(office),
    }
  }
}
