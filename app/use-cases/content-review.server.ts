import { CONTENT } from '#db/queries/content.ts'
import { isReviewLate } from '#app/domain/content/is-review-late.ts'
import type { Reviewed } from '#app/domain/content/content.ts'
import type { MessageLanguage } from '#app/domain/scheduling/appointment.ts'
import { todayOf, type Portal } from './portal.server.ts'
import { adviceLink, serviceLink, type PageLink } from './related-pages.server.ts'

export type PageToReview = PageLink & Pick<Reviewed, 'version' | 'reviewBy' | 'sources'>

/** All pages of content for those who keep them right: those whose day has passed, and the others, the nearest first. */
export function contentReview(
  { clock }: Pick<Portal, 'clock'>,
  language: MessageLanguage,
): { late: PageToReview[]; inTime: PageToReview[] } {
  const today = todayOf(clock)
  const pages = [
    ...CONTENT.services.map((page) => ({ page, link: serviceLink(page.id, language) })),
    ...CONTENT.advice.map((page) => ({ page, link: adviceLink(page.id, language) })),
  ]
    .sort((one, other) => one.page.reviewBy.localeCompare(other.page.reviewBy))
    .map(({ page, link }) => {
      const { version, reviewBy, sources } = page
      return { isLate: isReviewLate(page, today), row: { ...link, version, reviewBy, sources } }
    })
  return {
    late: pages.filter(({ isLate }) => isLate).map(({ row }) => row),
    inTime: pages.filter(({ isLate }) => !isLate).map(({ row }) => row),
  }
}
