import { Heading } from '@digdir/designsystemet-react'
import { FeeSumFact } from '#app/components/passport/appointment-facts.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import type { Person } from '#app/domain/passport/person.ts'
import type { FeeSum, WhatItTakes } from '#app/domain/passport/what-it-takes.ts'
import { formatKroner } from '#app/i18n/format.ts'

type Props = { people: readonly Person[]; takes: { each: readonly WhatItTakes[]; sum: FeeSum } }

/** What holds for each person: validity, fee, length, who must come; and the sum for a group. */
export function WhatItTakesCard({ people, takes }: Props) {
  const { t } = useTexts()
  const isGroup = people.length > 1
  return (
    <section className="card stack-small" aria-labelledby="takes">
      <Heading level={2} data-size="xs" id="takes">
        {t(isGroup ? 'people:takes.title' : 'passport:takes.title')}
      </Heading>
      {people.map((person, index) => {
        const words = `${t(`passport:document.${person.document}`)}, ${t(`passport:age.${person.ageGroup}`)}`
        const one = takes.each[index]
        return (
          <div key={index}>
            {isGroup ? (
              <h3 className="ds-heading" data-size="2xs">
                {t('people:guardians.child', { number: index + 1, age: words })}
              </h3>
            ) : (
              <p>{words}</p>
            )}
            {one ? <TakesList person={person} takes={one} /> : null}
          </div>
        )
      })}
      {isGroup ? (
        <p>
          <strong>{t('passport:review.fee')}:</strong> <FeeSumFact sum={takes.sum} />
        </p>
      ) : null}
    </section>
  )
}

function TakesList({ person, takes }: { person: Person; takes: WhatItTakes }) {
  const { t, language } = useTexts()
  return (
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
      {takes.guardianComesAlong ? <li>{t('passport:takes.consent')}</li> : null}
      {takes.guardianComesAlong || person.ageGroup === '18+' ? null : <li>{t('passport:takes.alone')}</li>}
    </ul>
  )
}
