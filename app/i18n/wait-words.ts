import type { Translate } from './i18n.ts'

const MINUTES_OF_HOUR = 60

/** "3 minutter", "2 timer": how long to wait, rounded up so that nobody comes too early. */
export function waitWords(seconds: number, t: Translate): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60))
  if (minutes <= MINUTES_OF_HOUR) return t('common:minutes', { count: minutes })
  return t('common:hours', { count: Math.ceil(minutes / MINUTES_OF_HOUR) })
}
