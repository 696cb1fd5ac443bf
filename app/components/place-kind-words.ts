import type { Place } from '#app/domain/geography/find-place.ts'
import type { Translate } from '#app/i18n/i18n.ts'

/** What tells places of one name apart: "kommune", or "i Molde". */
export function placeKindWords({ kind, municipality }: Pick<Place, 'kind' | 'municipality'>, t: Translate) {
  return kind === 'municipality'
    ? t('passport:where.municipality')
    : t('passport:where.inMunicipality', { municipality })
}
