import { distanceWords } from '#app/components/passport/distance-words.ts'
import { MOST_NUMBERS, type OfficeMapData } from '#app/components/passport/office-map.tsx'
import { translator } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { OfficeTime } from '#app/use-cases/earliest-times.server.ts'
import { officeMap, type MappedOffice } from '#app/use-cases/office-map.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import type { SearchFrom } from './booking-answers.ts'

export type ListMap = {
  map: OfficeMapData
  words: string[]
  /** The rows of the list have the numbers of the marks; with very many there are none. */
  isNumbered: boolean
  /** The first number of the places of which it is not known whether they fit. */
  unknownFrom: number | null
}

/** The map of a list and its words: first what fits, then what is not known to; null for an empty list. */
export function listMapOf(
  portal: Portal,
  list: { shown: readonly OfficeTime[]; unknown: readonly OfficeTime[]; from: SearchFrom },
  language: Language,
): ListMap | null {
  const { shown, unknown, from } = list
  const drawn = officeMap(portal, { offices: [...shown, ...unknown], from: from.point })
  if (!drawn) return null
  return {
    map: drawn.map,
    words: drawn.places.map((place) => wordsOf(place, language)),
    isNumbered: drawn.places.length <= MOST_NUMBERS,
    unknownFrom: unknown.length > 0 ? shown.length + 1 : null,
  }
}

/** "Lillehammer politistasjon: 41 km mot nord", or the district where there is no place to count from. */
function wordsOf({ office, distanceKm, direction, district }: MappedOffice, language: Language): string {
  const t = translator(language)
  const names = { office: office.name }
  if (distanceKm === null) {
    return t('see:map.item', {
      ...names,
      where: (language === 'nn' ? district?.nameNn : district?.nameNb) ?? '',
    })
  }
  const distance = distanceWords({ ...office, distanceKm }, { t, language })
  return direction === null
    ? t('see:map.item', { ...names, where: distance })
    : t('see:map.itemToward', { ...names, distance, direction: t(`see:map.direction.${direction}`) })
}
