import type { Reviewed } from './content.ts'

/** True from the day after the one by which a page was to be looked at again. */
export function isReviewLate({ reviewBy }: Pick<Reviewed, 'reviewBy'>, today: Temporal.PlainDate): boolean {
  return reviewBy < today.toString()
}
