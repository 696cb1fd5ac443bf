import { Paragraph } from '@digdir/designsystemet-react'
import { useTexts } from '#app/components/use-texts.ts'
import type { Translate } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'
import { formatKroner } from '#app/i18n/format.ts'
import type { Person } from '#app/domain/passport/person.ts'
import type { WhatItTakes } from '#app/domain/passport/what-it-takes.ts'

/** "Pass, 18 år eller eldre", and the needs on lines of their own. */
export function PersonFacts({ person }: { person: Person }) {
  const { t } = useTexts()
  return (
    <>
      <Paragraph>
        {t(`passport:document.${person.document}`)}, {t(`passport:age.${person.ageGroup}`)}
      </Paragraph>
      {person.needs.map((need) => (
        <Paragraph key={need}>{t(`passport:need.${need}`)}</Paragraph>
      ))}
    </>
  )
}

/** The sum to pay, and whether it is known and confirmed. */
export function feeInWords({ totalFee }: WhatItTakes, language: Language, t: Translate): string {
  if (totalFee.value === null) return t('passport:takes.feeUnknown')
  const sum = formatKroner(totalFee.value, language, t)
  return totalFee.confidence === 'unverified' ? `${sum}. ${t('passport:takes.feeUnverified')}` : sum
}
