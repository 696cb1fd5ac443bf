import { Heading } from '@digdir/designsystemet-react'
import { useTexts } from '#app/components/use-texts.ts'
import type { Person } from '#app/domain/passport/person.ts'
import type { WhatItTakes } from '#app/domain/passport/what-it-takes.ts'
import { formatKroner } from '#app/i18n/format.ts'

/** What holds for one person: validity, fee, length, who must come. */
export function WhatItTakesCard({ person, takes }: { person: Person; takes: WhatItTakes }) {
  const { t, language } = useTexts()
  return (
    <section className="card stack-small" aria-labelledby="takes">
      <Heading level={2} data-size="xs" id="takes">
        {t('passport:takes.title')}
      </Heading>
      <p>
        {t(`passport:document.${person.document}`)}, {t(`passport:age.${person.ageGroup}`)}
      </p>
      <ul className="plain">
        {takes.documents.map(({ document, fee, validityYears }) => (
          <li key={document}>
            <strong>{t(`passport:takes.single.${document}`)}.</strong>{' '}
            {validityYears.value === null
              ? t('passport:takes.validityUnknown')
              : t('passport:takes.validity', { years: t('common:years', { count: validityYears.value }) })}
            {'. '}
            {fee.value === null
              ? t('passport:takes.feeUnknown')
              : `${t('passport:takes.fee', { fee: formatKroner(fee.value, language, t) })}. `}
            {fee.confidence === 'unverified' ? t('passport:takes.feeUnverified') : null}
          </li>
        ))}
        <li>{t('passport:takes.stay', { minutes: t('common:minutes', { count: takes.minutes }) })}</li>
        <li>{t('passport:takes.attends')}</li>
        {takes.guardianComesAlong ? <li>{t('passport:takes.guardian')}</li> : null}
        {takes.consent === 'both-guardians' ? <li>{t('passport:takes.consent')}</li> : null}
        {takes.consent === 'none' && person.ageGroup !== '18+' ? <li>{t('passport:takes.alone')}</li> : null}
      </ul>
    </section>
  )
}
