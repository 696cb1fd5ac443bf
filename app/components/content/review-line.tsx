import { useTexts } from '#app/components/use-texts.ts'

export type ReviewData = {
  /** By which day the page is looked at again: "22. mai 2027". */
  day: string
  version: number
  isLate: boolean
}

/** At the end of a page: when it is looked at again. */
export function ReviewLine({ day, version, isLate }: ReviewData) {
  const { t } = useTexts()
  return isLate ? null : <p className="hint">{t('services:review.next', { day, version })}</p>
}
