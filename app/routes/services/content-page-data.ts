import { formatLongDate } from '#app/i18n/format-words.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { ReviewData } from '#app/components/content/review-line.tsx'

type ContentPage = {
  id: string
  version: number
  reviewBy: string
  isReviewLate: boolean
  isSensitive: boolean
}

/**
 * What every page of content loads beside its words: its title, its review and its enhancements. The tab of a page that nobody else should
 * see says nothing of it.
 */
export function contentPageData(
  { id, version, reviewBy, isReviewLate, isSensitive }: ContentPage,
  { kind, language }: { kind: 'services' | 'advice'; language: Language },
): { titleKey: string; review: ReviewData; enhancements: readonly string[] } {
  return {
    titleKey: isSensitive ? 'advice:neutralTitle' : `${kind}:page.${id}.title`,
    // They have the link by which one leaves quickly.
    enhancements: isSensitive ? ['leave-quickly'] : [],
    review: {
      day: formatLongDate(Temporal.PlainDate.from(reviewBy), language),
      version,
      isLate: isReviewLate,
    },
  }
}
