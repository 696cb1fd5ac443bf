import { formatDistance } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'

/** Nearer than this, in kilometres, it is the centre: neither point is more exact. */
const CENTRE = 1

/** "12 km", or "i sentrum": how far a station is from the centre of a municipality. */
export function centreDistance(
  distanceKm: number,
  { t, language }: { t: Translate; language: Language },
): string {
  return distanceKm < CENTRE ? t('offices:municipalities.inCentre') : formatDistance(distanceKm, language)
}
