import type { ClosedReason } from '#app/domain/offices/open-state.ts'
import type { Translate } from '#app/i18n/i18n.ts'

/** "stengt: 1. juledag"; a day on which the week itself has no hours is only "stengt". */
export function closedWords(closed: ClosedReason | null, t: Translate): string {
  if (closed === null) return t('offices:closed.ordinary')
  switch (closed.kind) {
    case 'holiday':
      return t('offices:closed.because', { reason: t(`offices:holiday.${closed.name}`) })
    case 'closure':
      return t('offices:closed.because', {
        reason:
          closed.reason === 'planning-day' ? t('offices:closed.planning-day') : t('offices:closed.other'),
      })
    case 'season':
      return t('offices:closed.because', { reason: t('offices:closed.season') })
    default:
      return closed satisfies never
  }
}
