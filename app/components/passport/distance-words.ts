import type { Office } from '#app/domain/geography/office.ts'
import { formatDistance } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'

/** "4 km", or "omtrent 4 km" where only the office's place is known and not its address. */
export function distanceWords(
  { distanceKm, positionBasis }: { distanceKm: number; positionBasis: Office['positionBasis'] },
  { t, language }: { t: Translate; language: Language },
): string {
  const distance = formatDistance(distanceKm, language)
  return positionBasis === 'address' ? distance : t('see:about', { distance })
}
