import { Heading } from '@digdir/designsystemet-react'
import type { ReactNode } from 'react'
import { BringList } from '#app/components/passport/bring-list.tsx'
import { FeeSumFact } from '#app/components/passport/appointment-facts.tsx'
import type { PersonData } from '#app/components/passport/people-facts.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { formatList } from '#app/i18n/format.ts'
import type { HereData } from './desk-data.ts'
import { useTimer } from './use-timer.ts'
import { visitorWords } from './visitor-words.ts'

/** Who is called or served, and what there is to know of them. */
export function HerePanel({ here, now }: { here: HereData | null; now: number }) {
  const { t, language } = useTexts()
  if (!here) {
    return (
      <div className="desk-now" data-status="free">
        <Heading level={2} data-size="md" id="here-heading">
          {t('staff-queue:here.nobody')}
        </Heading>
        <p className="hint">{t('staff-queue:here.nobodyHint')}</p>
      </div>
    )
  }
  const services = [here.service, ...here.alsoServices].map((service) => t(`queue:service.${service}`))
  const facts = [
    ...visitorWords(here, t),
    t('staff-queue:here.arrived', { time: here.arrived }),
    ...(here.time === null ? [] : [t('staff-queue:here.appointment', { time: here.time })]),
  ]
  return (
    <div className="desk-now" data-status={here.status}>
      <div className="desk-now-top">
        <h2 className="ds-heading desk-now-label" id="here-heading">
          {here.label}
        </h2>
        <span className="desk-status">{t(`staff-queue:here.${here.status}`)}</span>
        {here.status === 'called' ? (
          <span>{t('staff-queue:here.calls', { count: here.calls, most: here.mostCalls })}</span>
        ) : null}
        <Timer here={here} now={now} />
      </div>
      <p className="desk-service">{formatList(services, language)}</p>
      <p>{facts.join(' · ')}</p>
    </div>
  )
}

/** How long it has lasted. Who was called and has not come is pointed out after a while: somebody may have forgotten. */
function Timer({ here: { since, status, nudgeMinutes }, now }: { here: HereData; now: number }) {
  const { t } = useTexts()
  const seconds = useTimer({ since, now })
  const minutes = Math.floor(seconds / 60)
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return (
    <>
      {status === 'called' && minutes >= nudgeMinutes ? (
        <span className="desk-nudge">{t('staff-queue:here.notCome', { count: minutes })}</span>
      ) : null}
      <span className="desk-timer" role="timer" aria-label={t('staff-queue:here.timer')}>
        {time}
      </span>
    </>
  )
}

/** What to see to, and the people of the appointment: documents, consents, what they were to bring, what it costs. */
export function VisitChecks({ here: { checks, group, note, said } }: { here: HereData }) {
  const { t } = useTexts()
  return (
    <div className="desk-checks">
      <VisitPart id="checks-heading" title={t('staff-queue:checks.title')}>
        <ul className="plain">
          {checks.map((check) => (
            <li key={check}>
              {/* For the eye of this visit alone: it is in no form, and nothing keeps it. */}
              <label className="desk-check">
                <input type="checkbox" className="ds-input" autoComplete="off" />
                {t(`staff-queue:checks.${check}`)}
              </label>
            </li>
          ))}
        </ul>
      </VisitPart>
      {note ? (
        <VisitPart id="note-heading" title={t('staff-queue:note.label')}>
          <p className="desk-note">{note}</p>
        </VisitPart>
      ) : null}
      {said ? (
        <VisitPart id="said-heading" title={t('staff-queue:here.said')}>
          <p>
            {said.about}. {said.answers.join(' ')}
          </p>
        </VisitPart>
      ) : null}
      {group ? (
        <VisitPart id="group-heading" title={t('staff-queue:group.title')}>
          <ol className="plain">
            {group.people.map((one, index) => (
              <li key={index}>
                <PersonLine one={one} number={index + 1} />
              </li>
            ))}
          </ol>
          <h3 className="ds-heading" data-size="2xs">
            {t('staff-queue:group.bring')}
          </h3>
          <BringList people={group.people} />
          <p>
            <strong>{t('staff-queue:group.fee')}:</strong> <FeeSumFact sum={group.fee} />
          </p>
        </VisitPart>
      ) : null}
    </div>
  )
}

/** A part of what is known of the visit, under its heading. */
function VisitPart({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h3 className="ds-heading" id={id} data-size="2xs">
        {title}
      </h3>
      {children}
    </section>
  )
}

function PersonLine({
  one: { person, name, takes, lapsedAfterMonths },
  number,
}: {
  one: PersonData
  number: number
}) {
  const { t } = useTexts()
  const { state, sole, missing } = takes.consent
  return (
    <>
      <strong>{name ?? t('people:person', { number })}</strong>
      {`, ${t(`passport:document.${person.document}`)}, ${t(`passport:age.${person.ageGroup}`)}`}
      {person.needs.map((need) => `, ${t(`passport:need.${need}`)}`)}
      {state === 'not-needed' ? null : (
        <span className="desk-consent" data-consent={state}>
          {sole ? t('staff-queue:consent.sole') : t(`staff-queue:consent.${state}`, { count: missing })}
          {lapsedAfterMonths === null
            ? null
            : ` ${t('staff-queue:consent.lapsed', { count: lapsedAfterMonths })}`}
        </span>
      )}
    </>
  )
}
