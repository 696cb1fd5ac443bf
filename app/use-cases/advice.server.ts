import { CONTENT } from '#db/queries/content.ts'
import type { Advice } from '#app/domain/content/content.ts'
import { isReviewLate } from '#app/domain/content/is-review-late.ts'
import type { MessageLanguage } from '#app/domain/scheduling/appointment.ts'
import { adviceWords, type AdviceWords } from '#app/server/content/advice-words.ts'
import { todayOf, type Portal } from './portal.server.ts'
import { adviceLink, pageNamed, relatedPages, type PageLink } from './related-pages.server.ts'

/** A page of advice with all that it says. */
export type FoundAdvice = PageLink &
  AdviceWords &
  Pick<Advice, 'ways' | 'version' | 'reviewBy' | 'isSensitive'> & {
    isReviewLate: boolean
    related: PageLink[]
  }

/** All pages of advice in a language, in the order of their file. */
export function listAdvice(language: MessageLanguage): PageLink[] {
  return CONTENT.advice.map(({ id }) => adviceLink(id, language))
}

/** One page of advice; by its id or its neutral path; null when there is none. */
export function findAdvice(
  { clock }: Pick<Portal, 'clock'>,
  name: string,
  language: MessageLanguage,
): FoundAdvice | null {
  const advice = pageNamed(CONTENT.advice, name)
  if (!advice) return null
  const { id, ways, version, reviewBy, isSensitive, related } = advice
  return {
    ...adviceLink(id, language),
    ...adviceWords(id, language),
    ...{ ways, version, reviewBy, isSensitive },
    isReviewLate: isReviewLate(advice, todayOf(clock)),
    related: relatedPages(related, language),
  }
}
