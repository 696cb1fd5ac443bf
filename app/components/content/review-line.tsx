import { useTexts } from '#app/components/use-texts.ts'

export type ReviewLineData = {
  /** "22. mai 2027". */
  reviewDay: string
  version: number
  isReviewLate: boolean
}

/** When the page is looked at again, or that it should have been. */
export function ReviewLine({ reviewDay, version, isReviewLate }: ReviewLineData) {
  const { t } = useTexts()
  return (
    <p className="hint">
      {isReviewLate
        ? t('services:review.late', { day: reviewDay })
        : t('services:review.next', { day: reviewDay, version })}
    </p>
  )
}
