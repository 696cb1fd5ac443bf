import { useTexts } from '#app/components/use-texts.ts'
import type { Person } from '#app/domain/passport/person.ts'
import type { FeeSum } from '#app/domain/passport/what-it-takes.ts'
import { feeWords } from '#app/i18n/fee-words.ts'

/** "Pass, 18 år eller eldre", and the needs on lines of their own. */
export function PersonFacts({ person }: { person: Pick<Person, 'document' | 'ageGroup' | 'needs'> }) {
  const { t } = useTexts()
  return (
    <>
      <p>
        {t(`passport:document.${person.document}`)}, {t(`passport:age.${person.ageGroup}`)}
      </p>
      {person.needs.map((need) => (
        <p key={need}>{t(`passport:need.${need}`)}</p>
      ))}
    </>
  )
}

/** The sum to pay, whether it is confirmed, and what is not known of it. */
export function FeeSumFact({ sum }: { sum: FeeSum }) {
  const { t, language } = useTexts()
  return feeWords(sum, language, t)
}
