import type { WaitRange } from '#app/domain/queue/wait-range.ts'
import type { Translate } from './i18n.ts'
import { minutesWords, MOST_IN_MINUTES } from './minutes-words.ts'

/** Nobody can tell less than this from nothing. */
const LEAST_MINUTES = 5

/** "om lag 5–10 minutter": what four fifths of those who wait will find true; says so when it cannot be told. */
export function waitRangeWords(wait: WaitRange | null, t: Translate): string {
  if (!wait) return t('queue:wait.unknown')
  const { from, to } = wait.most
  if (to > MOST_IN_MINUTES) {
    return from === 0
      ? t('queue:wait.upToLong', { to: minutesWords(to, t) })
      : t('queue:wait.rangeLong', {
          range: t('common:timeRange', { from: minutesWords(from, t), to: minutesWords(to, t) }),
        })
  }
  return from === 0 || to <= LEAST_MINUTES
    ? t('queue:wait.upTo', { to: Math.max(to, LEAST_MINUTES) })
    : t('queue:wait.range', { from, to })
}
