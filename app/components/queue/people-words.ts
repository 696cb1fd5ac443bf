import { MOST_TOGETHER } from '#app/domain/queue/ticket.ts'
import type { Translate } from '#app/i18n/i18n.ts'

/** "Bare jeg", "3 personer", "6 eller flere": how many come together. */
export function peopleWords(count: number, t: Translate): string {
  if (count === 1) return t('queue:take.person')
  return t(count === MOST_TOGETHER ? 'queue:take.most' : 'queue:take.persons', { count })
}
