import type { Translate } from './i18n.ts'

/** More minutes than these nobody can picture. */
export const MOST_IN_MINUTES = 90

/** "75 minutter", "1 time og 51 minutter". */
export function minutesWords(minutes: number, t: Translate): string {
  if (minutes <= MOST_IN_MINUTES) return t('common:minutes', { count: minutes })
  const hours = t('common:hours', { count: Math.floor(minutes / 60) })
  const rest = minutes % 60
  return rest === 0
    ? hours
    : t('common:hoursAndMinutes', { hours, minutes: t('common:minutes', { count: rest }) })
}
