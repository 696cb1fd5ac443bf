import { Button, Heading, Paragraph } from '@digdir/designsystemet-react'
import { PersonFacts } from '#app/components/passport/appointment-facts.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { MOST_PEOPLE, type Person } from '#app/domain/passport/person.ts'

type Props = {
  people: readonly Person[]
  changePath: (number: number) => string
  removePath: (number: number) => string
  /** Where the list leads on to; null while one more person is being added below it. */
  next: { add: string; on: string } | null
}

/** Everybody so far, each with a way to change and to remove them. */
export function PeopleList({ people, changePath, removePath, next }: Props) {
  const { t } = useTexts()
  if (people.length === 0) return null
  return (
    <section className="stack-small" aria-label={t('people:list.heading')}>
      {next ? null : (
        <Heading level={2} data-size="xs">
          {t('people:list.heading')}
        </Heading>
      )}
      <ol className="people people-list">
        {people.map((person, index) => {
          const number = index + 1
          return (
            <li key={number}>
              <div>
                <strong>{t('people:person', { number })}</strong>
                <PersonFacts person={person} />
              </div>
              <ul className="links">
                <li>
                  <a className="ds-link" href={changePath(number)}>
                    {t('people:list.change', { number })}
                  </a>
                </li>
                {people.length > 1 ? (
                  <li>
                    <a className="ds-link" href={removePath(number)}>
                      {t('people:list.remove', { number })}
                    </a>
                  </li>
                ) : null}
              </ul>
            </li>
          )
        })}
      </ol>
      {next && people.length >= MOST_PEOPLE ? (
        <Paragraph>{t('people:list.full', { most: MOST_PEOPLE })}</Paragraph>
      ) : null}
      {next ? (
        <div className="actions">
          <Button asChild>
            <a href={next.on}>{t('people:list.continue')}</a>
          </Button>
          {people.length < MOST_PEOPLE ? (
            <Button asChild variant="secondary">
              <a href={next.add}>{t('people:list.add')}</a>
            </Button>
          ) : null}
        </div>
      ) : null}
    </section>
  )
}
