import type { OfficeRowData } from '#app/components/passport/office-row.tsx'
import type { GroupNeed } from '#app/domain/scheduling/group-times.ts'
import { describeTick } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { OfficeTime } from '#app/use-cases/earliest-times.server.ts'
import { spanOfSeats } from '#app/use-cases/office-times.server.ts'
import { todayOf, type Portal } from '#app/use-cases/portal.server.ts'

/** Turns offices and their earliest times for a group into rows for a page. */
export function officeRowsIn(portal: Portal, language: Language, need: GroupNeed) {
  const t = translator(language)
  const today = todayOf(portal.clock)
  const describe = (tick: number) => describeTick(tick, today, language, t)
  return ({ office, distanceKm, earliest }: OfficeTime): OfficeRowData => {
    const isGroup = need.stays.length > 1
    const seats = isGroup && earliest !== null ? portal.availability.plan(office.id, earliest, need) : null
    return {
      office: {
        id: office.id,
        name: office.name,
        kind: office.kind,
        address: office.address,
        postalPlace: office.postalPlace,
      },
      distanceKm,
      earliest: earliest === null ? null : describe(earliest),
      group: seats && { size: need.stays.length, until: describe(spanOfSeats(seats).endTick).time },
    }
  }
}
