import { Heading, Link, Paragraph } from '@digdir/designsystemet-react'
import { Notice } from '#app/components/notice.tsx'
import type { PersonData } from '#app/components/passport/people-facts.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { formatList } from '#app/i18n/format.ts'

type Props = {
  people: readonly (Pick<PersonData, 'person' | 'name' | 'takes'> & Partial<PersonData>)[]
  /** Where the answer can be changed; left out when it no longer can. */
  changePath?: string
  /** The time is theirs already. */
  isBooked?: boolean
}

/** Warns of a consent or a companion that is missing, or a consent that will have lapsed, and says how to mend it. It never stands in the way. */
export function ConsentNotice({ people, changePath, isBooked = false }: Props) {
  const { t, language } = useTexts()
  const label = ({ name, person }: Props['people'][number], index: number) =>
    name ?? t('people:guardians.child', { number: index + 1, age: t(`passport:age.${person.ageGroup}`) })
  const named = people.map((one, index) => ({
    ...one.takes.consent,
    label: label(one, index),
    months: one.lapsedAfterMonths ?? null,
  }))
  const missing = named.filter(({ state }) => state === 'missing')
  const alone = named.filter(
    ({ state, companions }) => (state === 'missing' || state === 'complete') && companions === 0,
  )
  const lapsing = named.filter(({ months }) => months !== null)
  if (missing.length === 0 && alone.length === 0 && lapsing.length === 0) return null
  const namesOf = (some: typeof named) =>
    formatList(
      some.map((one) => one.label),
      language,
    )
  return (
    <Notice color="warning">
      {missing.length > 0 ? (
        <>
          <Heading level={2} data-size="2xs">
            {t('people:consent.title')}
          </Heading>
          <Paragraph>
            {`${t('people:consent.who', { names: namesOf(missing) })} ${t('people:consent.mend')}`}
          </Paragraph>
          <Paragraph>{t(isBooked ? 'people:consent.booked' : 'people:consent.mayBook')}</Paragraph>
        </>
      ) : null}
      {alone.length > 0 ? (
        <>
          <Heading level={2} data-size="2xs">
            {t('people:consent.nobody')}
          </Heading>
          <Paragraph>{t('people:consent.nobodyMend', { names: namesOf(alone) })}</Paragraph>
        </>
      ) : null}
      {lapsing.length > 0 ? (
        <>
          <Heading level={2} data-size="2xs">
            {t('people:consent.lapses')}
          </Heading>
          <Paragraph>
            {t('people:consent.lapsesBody', {
              names: namesOf(lapsing),
              months: t('common:months', { count: lapsing[0]?.months ?? 0 }),
            })}
          </Paragraph>
        </>
      ) : null}
      {changePath ? (
        <p className="links">
          <Link href={changePath}>{t('people:consent.change')}</Link>
        </p>
      ) : null}
    </Notice>
  )
}
