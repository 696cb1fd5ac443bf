import { Heading, Link, Paragraph } from '@digdir/designsystemet-react'
import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DemoMessagesLink } from '#app/components/demo-messages-link.tsx'
import { FactList } from '#app/components/fact-list.tsx'
import { GotThereForm } from '#app/components/guide/got-there-form.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { FeeSumFact } from '#app/components/passport/appointment-facts.tsx'
import { BoardingPass } from '#app/components/passport/boarding-pass.tsx'
import { BringList } from '#app/components/passport/bring-list.tsx'
import { ConsentNotice } from '#app/components/passport/consent-notice.tsx'
import { GuardianFacts, hasGuardians, PeopleFacts } from '#app/components/passport/people-facts.tsx'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import type { Contact } from '#app/domain/scheduling/appointment.ts'
import { boardingPassData } from '../appointments/boarding-pass-data.ts'
import { letterMayBeLate } from '#app/use-cases/letter-may-be-late.server.ts'
import { appointmentOf, describeAppointment } from '../appointments/personal-link.ts'
import { staffHelping } from '../logged-in.ts'
import { languageOf } from '../request-language.ts'

export const handle = {
  title: 'appointments:receipt.title',
  service: 'passport:service',
} satisfies PageHandle

type Sent = { channel: 'email' | 'sms'; to: string } | { channel: 'letter'; mayBeLate: boolean }

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { portal, settings } = context
  const language = languageOf(params)
  const { appointment, secret } = await appointmentOf(portal, params)
  if (appointment.status === 'held') throw redirect(`/${language}/passport/book/${secret}/review`)
  if (appointment.status === 'cancelled') throw redirect(`/${language}/appointments/${secret}`)
  const facts = describeAppointment(portal, appointment, language)
  return {
    ...{
      secret,
      pass: boardingPassData(facts, { ...settings, language }),
      people: facts.people,
      fee: facts.fee,
      lateMinutes: facts.lateMinutes,
    },
    sent: sentTo(appointment.contact, { mayBeLate: letterMayBeLate(portal, appointment) }),
    isDemo: settings.mode === 'demo',
    isForSomebody: staffHelping(context, 'serve-queue') !== null,
  }
}

/** Where the confirmation goes, as the messages choose it; null for who left no way to be reached. */
function sentTo(contact: Contact | null, letter: { mayBeLate: boolean }): Sent | null {
  if (contact?.email) return { channel: 'email', to: contact.email }
  if (contact?.mobile) return { channel: 'sms', to: contact.mobile }
  return contact?.address ? { channel: 'letter', ...letter } : null
}

/** What was done, time and place, the reference, what to bring, what comes next. */
export default function Receipt() {
  const { secret, pass, people, fee, lateMinutes, sent, isDemo, isForSomebody } =
    useLoaderData<typeof loader>()
  const { t, language } = useTexts()
  const appointmentPath = `/${language}/appointments/${secret}`
  const documents = new Set(people.flatMap(({ takes }) => takes.documents.map(({ document }) => document)))
  return (
    <div className="stack">
      <StepHeading
        title={t('appointments:receipt.title')}
        lead={t('appointments:receipt.lead', { time: pass.moment.words })}
      />
      <BoardingPass {...pass} />
      <ConsentNotice people={people} isBooked />
      <div className="stack-small">
        {sent ? <SentTo {...sent} /> : null}
        <p>{t('appointments:receipt.save')}</p>
      </div>
      <ul className="links no-print">
        <li>
          <Link href={`${appointmentPath}/calendar.ics`}>{t('appointments:receipt.calendar')}</Link>
        </li>
        <li>
          <Link href={appointmentPath}>{t('appointments:receipt.link')}</Link>
        </li>
      </ul>
      <p className="no-print">{t('appointments:receipt.print')}</p>
      {sent && isDemo ? <DemoMessagesLink /> : null}
      <FactList
        facts={[
          { name: t('people:facts.people'), value: <PeopleFacts people={people} /> },
          ...(hasGuardians(people)
            ? [{ name: t('people:facts.guardians'), value: <GuardianFacts people={people} /> }]
            : []),
          { name: t('passport:review.fee'), value: <FeeSumFact sum={fee} /> },
        ]}
      />
      <section className="stack-small">
        <Heading level={2} data-size="sm">
          {t('passport:bring.title')}
        </Heading>
        <BringList people={people} />
      </section>
      <section className="stack-small">
        <Heading level={2} data-size="sm">
          {t('passport:next.title')}
        </Heading>
        <ol>
          <li>{`${t('passport:next.come')} ${t('appointments:late', { minutes: lateMinutes })}`}</li>
          <li>{t('passport:next.photo')}</li>
          <li>{t('passport:next.pay')}</li>
          {[...documents].map((document) => (
            <li key={document}>{t(`passport:next.ready.${document}`)}</li>
          ))}
        </ol>
        <Paragraph>{t('passport:next.change')}</Paragraph>
      </section>
      {isForSomebody ? null : <GotThereForm need="passport" />}
    </div>
  )
}

function SentTo(sent: Sent) {
  const { t } = useTexts()
  return (
    <p>
      {sent.channel === 'letter'
        ? [
            t('appointments:receipt.sent.letter'),
            ...(sent.mayBeLate ? [t('appointments:receipt.letterLate')] : []),
            t('appointments:receipt.byPhone'),
          ].join(' ')
        : t(`appointments:receipt.sent.${sent.channel}`, { to: sent.to })}
    </p>
  )
}
