import { Paragraph } from '@digdir/designsystemet-react'
import { Notice } from '#app/components/notice.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import type { ReviewData } from '#app/components/content/review-line.tsx'

/** At the top of a page that should have been looked at again: what it says may be old. */
export function LateNotice({ day, isLate }: ReviewData) {
  const { t } = useTexts()
  if (!isLate) return null
  return (
    <Notice color="warning">
      <Paragraph>{t('services:review.late', { day })}</Paragraph>
    </Notice>
  )
}
