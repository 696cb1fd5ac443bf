import { Paragraph } from '@digdir/designsystemet-react'
import { PersonFacts } from '#app/components/passport/appointment-facts.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import type { Person } from '#app/domain/passport/person.ts'
import type { WhatItTakes } from '#app/domain/passport/what-it-takes.ts'

/** A person of an appointment as pages show them; `from`: about when they are called, for one of several. */
export type PersonData = { person: Person; name: string | null; takes: WhatItTakes; from: string | null }

/** Everybody of an appointment: name, document, about when, and where the consent stands. */
export function PeopleFacts({ people }: { people: readonly PersonData[] }) {
  const { t } = useTexts()
  return (
    <ol className="people plain">
      {people.map(({ person, name, takes, from }, index) => (
        <li key={index}>
          {people.length > 1 || name ? (
            <Paragraph>
              <strong>{name ?? t('people:person', { number: index + 1 })}</strong>
              {from ? `, ${t('people:facts.about', { time: from })}` : null}
            </Paragraph>
          ) : null}
          <PersonFacts person={person} />
          <ConsentFacts takes={takes} />
        </li>
      ))}
    </ol>
  )
}

function ConsentFacts({ takes: { consent } }: { takes: WhatItTakes }) {
  const { t } = useTexts()
  const { state, missing, companions, sole } = consent
  if (state === 'not-needed' || state === 'unanswered') return null
  return (
    <Paragraph>
      {state === 'complete' ? t('people:state.complete') : t('people:state.missing', { count: missing })}
      {'. '}
      {companions === 0 ? t('people:state.alone') : t('people:state.companions', { count: companions })}
      {sole ? `. ${t('people:state.sole')}` : null}.
    </Paragraph>
  )
}

/** People who have no names yet, with what it takes for each. */
export function peopleWithTakes(
  people: readonly Person[],
  takes: readonly WhatItTakes[],
): Pick<PersonData, 'person' | 'name' | 'takes'>[] {
  return people.flatMap((person, index) => {
    const one = takes[index]
    return one ? [{ person, name: null, takes: one }] : []
  })
}
