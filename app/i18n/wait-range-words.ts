import type { WaitRange } from '#app/domain/queue/wait-range.ts'
import type { Translate } from './i18n.ts'

/** "om lag 5–10 minutter": what four fifths of those who wait will find true; says so when it cannot be told. */
export function waitRangeWords(wait: WaitRange | null, t: Translate): string {
  return wait ? t('queue:wait.range', wait.most) : t('queue:wait.unknown')
}
