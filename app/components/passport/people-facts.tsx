import { PersonFacts } from '#app/components/passport/appointment-facts.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import type { Guardians, Person } from '#app/domain/passport/person.ts'
import type { WhatItTakes } from '#app/domain/passport/what-it-takes.ts'

/**
 * A person of an appointment as pages show them; `from`: about when they are called, for one of several;
 * `lapsedAfterMonths`: how long a consent holds, where one that was given before cannot last until the appointment.
 */
export type PersonData = {
  person: Person
  name: string | null
  takes: WhatItTakes
  from: string | null
  lapsedAfterMonths: number | null
}

/** Everybody of an appointment: name, about when, document and needs. */
export function PeopleFacts({ people }: { people: readonly PersonData[] }) {
  const { t } = useTexts()
  return (
    <ol className="people">
      {people.map(({ person, name, from }, index) => (
        <li key={index}>
          <p>
            <strong>{name ?? t('people:person', { number: index + 1 })}</strong>
            {from ? `, ${t('people:facts.about', { time: from })}` : null}
          </p>
          <PersonFacts person={person} />
        </li>
      ))}
    </ol>
  )
}

/** What was answered about the guardians: once for all children who have the same, else for each. */
export function GuardianFacts({ people }: { people: readonly PersonData[] }) {
  const { t } = useTexts()
  const answered = people.flatMap(({ person: { guardians }, name }, index) =>
    guardians ? [{ guardians, name: name ?? t('people:person', { number: index + 1 }) }] : [],
  )
  const alike = new Set(answered.map(({ guardians: { first, second } }) => `${first} ${second}`)).size === 1
  const shown = alike ? answered.slice(0, 1) : answered
  return (
    <ul className="people">
      {shown.map(({ guardians, name }, index) => (
        <li key={index}>
          {alike ? null : (
            <p>
              <strong>{name}</strong>
            </p>
          )}
          <BothGuardians {...guardians} />
        </li>
      ))}
    </ul>
  )
}

function BothGuardians({ first, second }: Guardians) {
  const { t } = useTexts()
  return (
    <>
      <p>{`${t('people:guardians.first')}: ${t(`people:guardians.said.${first}`)}`}</p>
      <p>
        {second === 'sole'
          ? t('people:guardians.answer.sole')
          : `${t('people:guardians.second')}: ${t(`people:guardians.said.${second}`)}`}
      </p>
    </>
  )
}

/** True when guardians were asked about for somebody. */
export function hasGuardians(people: readonly PersonData[]): boolean {
  return people.some(({ person }) => person.guardians !== null)
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
