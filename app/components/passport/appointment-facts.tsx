import { useTexts } from '#app/components/use-texts.ts'
import type { Person } from '#app/domain/passport/person.ts'
import type { FeeSum } from '#app/domain/passport/what-it-takes.ts'
import { formatKroner } from '#app/i18n/format.ts'

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
  if (sum.known === 0 && sum.unknown > 0) return t('passport:takes.feeUnknown')
  const fee = formatKroner(sum.known, language, t)
  const words = sum.unknown === 0 ? `${fee}.` : t('people:fee.andUnknown', { fee, count: sum.unknown })
  return sum.confidence === 'unverified' ? `${words} ${t('passport:takes.feeUnverified')}` : words
}
