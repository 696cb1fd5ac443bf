import type { Translate } from '#app/i18n/i18n.ts'
import type { VisitorData } from './desk-data.ts'

/** What there is to know of somebody beside what they came for: how many, in which language, what they need. */
export function visitorWords({ people, needs, language }: VisitorData, t: Translate): string[] {
  return [
    ...(people > 1 ? [t('staff-queue:people', { count: people })] : []),
    ...(language === 'nb' ? [] : [t(`staff-queue:language.${language}`)]),
    ...needs.map((need) => t(`queue:need.${need}`)),
  ]
}
