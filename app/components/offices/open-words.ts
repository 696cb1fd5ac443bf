import type { Translate } from '#app/i18n/i18n.ts'

/** Whether an office is open now, with the moments in words. */
export type OpenNow =
  | { is: 'open'; until: string; again: { from: string; until: string } | null }
  | { is: 'closed'; opens: string | null }
  | { is: 'unknown' }

/** "Åpent nå, til kl. 15.30", or with the break before it. */
export function openWords(state: OpenNow, t: Translate): string {
  switch (state.is) {
    case 'open':
      return state.again === null
        ? t('offices:open.until', { time: state.until })
        : t('offices:open.break', { from: state.until, to: state.again.from, until: state.again.until })
    case 'closed':
      return state.opens === null
        ? t('offices:open.closed')
        : t('offices:open.closedUntil', { time: state.opens })
    case 'unknown':
      return t('offices:open.unknown')
    default:
      return state satisfies never
  }
}
