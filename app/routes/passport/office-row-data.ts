import type { OfficeRowData } from '#app/components/passport/office-row.tsx'
import { describeTick } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { OfficeTime } from '#app/use-cases/earliest-times.server.ts'

/** Turns offices and their earliest times into rows for a page; `today` decides what is called "tomorrow". */
export function officeRowsIn(language: Language, today: Temporal.PlainDate) {
  const t = translator(language)
  return ({ office, distanceKm, earliest }: OfficeTime): OfficeRowData => ({
    office: {
      id: office.id,
      name: office.name,
      kind: office.kind,
      address: office.address,
      postalPlace: office.postalPlace,
    },
    distanceKm,
    earliest: earliest === null ? null : describeTick(earliest, today, language, t),
  })
}
