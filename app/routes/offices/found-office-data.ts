import type { FoundOfficeData } from '#app/components/offices/found-office.tsx'
import type { OpenNow } from '#app/components/offices/open-words.ts'
import type { Office } from '#app/domain/geography/office.ts'
import { describeTick, formatClock } from '#app/i18n/format.ts'
import { formatMonths } from '#app/i18n/format-words.ts'
import { translator } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { OfficeTime } from '#app/use-cases/earliest-times.server.ts'
import { openStateOf } from '#app/use-cases/office-hours.server.ts'
import { placeRules } from '#app/use-cases/place-rules.server.ts'
import { todayOf, type Portal } from '#app/use-cases/portal.server.ts'
import { queueWaitsNow } from '#app/use-cases/queue-wait-now.server.ts'
import { seasonMonths } from '#app/use-cases/season-months.server.ts'

/** Turns places that were found into rows of a page. `fromMunicipality`: where one searched from. */
export async function foundOfficesData(
  portal: Portal,
  offices: readonly OfficeTime[],
  { language, fromMunicipality }: { language: Language; fromMunicipality: string | null },
): Promise<FoundOfficeData[]> {
  const t = translator(language)
  const today = todayOf(portal.clock)
  const { municipalities } = portal.catalogue
  const { withoutRoad } = placeRules(portal)
  const queues = await queueWaitsNow(
    portal,
    offices.map(({ office }) => office.id),
  )
  return offices.map(({ office, distanceKm, earliest }) => {
    const { municipalityNumber, season } = office
    const isElsewhere = fromMunicipality !== null && municipalityNumber !== fromMunicipality
    return {
      office: {
        id: office.id,
        name: office.name,
        kind: office.kind,
        address: office.address,
        postalPlace: office.postalPlace,
        positionBasis: office.positionBasis,
        passport: office.passport,
      },
      municipality: municipalities.get(municipalityNumber)?.name ?? '',
      distanceKm,
      state: openNowOf(portal, office, language),
      queue: queues.get(office.id) ?? null,
      earliest: earliest === null ? null : describeTick(earliest, today, language, t),
      season: season === null ? null : formatMonths(seasonMonths(portal)[season], language),
      isOverSea:
        isElsewhere && [municipalityNumber, fromMunicipality].some((number) => withoutRoad.includes(number)),
    }
  })
}

/** Whether an office is open now, in words of a language. */
export function openNowOf(portal: Portal, office: Office, language: Language): OpenNow {
  const state = openStateOf(portal, office)
  switch (state.is) {
    case 'open':
      return {
        is: 'open',
        until: formatClock(state.until, language),
        again: state.again && {
          from: formatClock(state.again.start, language),
          until: formatClock(state.again.end, language),
        },
      }
    case 'closed':
      return {
        is: 'closed',
        opens:
          state.opens === null
            ? null
            : describeTick(state.opens, todayOf(portal.clock), language, translator(language)).words,
      }
    case 'unknown':
      return state
    default:
      return state satisfies never
  }
}
