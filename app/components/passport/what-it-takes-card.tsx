import { Heading } from '@digdir/designsystemet-react'
import { FeeSumFact } from '#app/components/passport/appointment-facts.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import type { Person } from '#app/domain/passport/person.ts'
import type { FeeSum, WhatItTakes } from '#app/domain/passport/what-it-takes.ts'
import { formatKroner } from '#app/i18n/format.ts'

type Props = { people: readonly Person[]; takes: { each: readonly WhatItTakes[]; sum: FeeSum } }

/** What holds for each person – validity, fee, length, who must come – and for a group what holds for all. */
export function WhatItTakesCard({ people, takes: { each, sum } }: Props) {
  const { t } = useTexts()
  const [person] = people
  const [takes] = each
  if (!person || !takes) return null
  if (people.length > 1) return <GroupCard people={people} each={each} sum={sum} />
  return (
    <section className="card stack-small" aria-labelledby="takes">
      <Heading level={2} data-size="xs" id="takes">
        {t('passport:takes.title')}
      </Heading>
      <p>
        {t(`passport:document.${person.document}`)}, {t(`passport:age.${person.ageGroup}`)}
      </p>
      <ul className="plain">
        {takes.documents.map((one) => (
          <li key={one.document}>
            <DocumentFact {...one} saysUnverified />
          </li>
        ))}
        <li>{t('passport:takes.stay', { minutes: t('common:minutes', { count: takes.minutes }) })}</li>
        <li>{t('passport:takes.attends')}</li>
        {takes.guardianComesAlong ? <li>{t('passport:takes.guardian')}</li> : null}
        <ConsentFacts each={[takes]} />
        {takes.guardianComesAlong || person.ageGroup === '18+' ? null : <li>{t('passport:takes.alone')}</li>}
      </ul>
    </section>
  )
}

function GroupCard({
  people,
  each,
  sum,
}: {
  people: readonly Person[]
  each: readonly WhatItTakes[]
  sum: FeeSum
}) {
  const { t } = useTexts()
  const withGuardian = each.some(({ guardianComesAlong }) => guardianComesAlong)
  return (
    <section className="card takes-group" aria-labelledby="takes">
      <Heading level={2} data-size="xs" id="takes">
        {t('people:takes.title')}
      </Heading>
      {people.map((person, index) => (
        <div key={index}>
          <Heading level={3} data-size="2xs">
            {t('people:guardians.child', { number: index + 1, age: t(`passport:age.${person.ageGroup}`) })}
          </Heading>
          {each[index]?.documents.map((one) => (
            <p key={one.document}>
              <DocumentFact {...one} />
            </p>
          ))}
        </div>
      ))}
      <ul className="plain">
        <li>
          <strong>{t('people:takes.sum')}:</strong> <FeeSumFact sum={sum} />
        </li>
        <li>{t('people:takes.attend')}</li>
        {withGuardian ? <li>{t('people:takes.guardian')}</li> : null}
        <ConsentFacts each={each} />
      </ul>
    </section>
  )
}

/** Whose consent it takes: of both guardians, or of the one who is alone with it. */
function ConsentFacts({ each }: { each: readonly WhatItTakes[] }) {
  const { t } = useTexts()
  const asked = each.filter(({ guardianComesAlong }) => guardianComesAlong)
  return (
    <>
      {asked.some(({ consent }) => !consent.sole) ? <li>{t('passport:takes.consent')}</li> : null}
      {asked.some(({ consent }) => consent.sole) ? <li>{t('passport:takes.consentSole')}</li> : null}
    </>
  )
}

type DocumentFactProps = WhatItTakes['documents'][number] & { saysUnverified?: boolean }

/** "Pass. Gyldig i 10 år. 840 kr." */
function DocumentFact({ document, fee, validityYears, saysUnverified = false }: DocumentFactProps) {
  const { t, language } = useTexts()
  const validity =
    validityYears.value === null
      ? t('passport:takes.validityUnknown')
      : t('passport:takes.validity', { years: t('common:years', { count: validityYears.value }) })
  return (
    <>
      <strong>{t(`passport:takes.single.${document}`)}.</strong> {validity}
      {'. '}
      {fee.value === null
        ? t('passport:takes.feeUnknown')
        : `${t('passport:takes.fee', { fee: formatKroner(fee.value, language, t) })}. `}
      {saysUnverified && fee.confidence === 'unverified' ? t('passport:takes.feeUnverified') : null}
    </>
  )
}
