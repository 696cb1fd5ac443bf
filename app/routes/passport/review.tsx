import { Button, Heading, Paragraph } from '@digdir/designsystemet-react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { FactList } from '#app/components/fact-list.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { feeInWords, PersonFacts } from '#app/components/passport/appointment-facts.tsx'
import { BringList } from '#app/components/passport/bring-list.tsx'
import { HoldNotice } from '#app/components/passport/hold-notice.tsx'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { confirmAppointment } from '#app/use-cases/confirm-appointment.server.ts'
import { describeAppointment, describeHold } from '../appointments/personal-link.ts'
import { languageOf } from '../request-language.ts'
import { bookingPath } from './booking-answers.ts'
import { afterRefusal, heldAppointment } from './held-appointment.ts'

const STEP = { step: 6, of: 6 }

export const handle = {
  title: 'passport:review.title',
  service: 'passport:service',
  step: STEP,
  enhancements: ['hold-countdown'],
} satisfies PageHandle

export async function loader({ params, context: { portal } }: LoaderFunctionArgs) {
  const language = languageOf(params)
  const { appointment, secret } = await heldAppointment(portal, params, language)
  const { contact, ...facts } = describeAppointment(portal, appointment, language)
  if (!contact) throw redirect(`/${language}/passport/book/${secret}/contact`)
  return { ...facts, contact, secret, hold: describeHold(portal, appointment, language) }
}

export async function action({ params, context: { portal } }: ActionFunctionArgs) {
  const language = languageOf(params)
  const confirmed = await confirmAppointment(portal, params.secret ?? '')
  if (!confirmed.ok) return afterRefusal(portal, params, { language, reason: confirmed.reason })
  return redirect(`/${language}/passport/book/${params.secret}/receipt`)
}

/** Everything on one page before it is promised, each answer with a way to change it. */
export default function Review() {
  const facts = useLoaderData<typeof loader>()
  const { t, language } = useTexts()
  const { secret, person, officeId, contact, hold } = facts
  const answers = { person, officeId, hold: secret }
  const contactPath = `/${language}/passport/book/${secret}/contact`
  const reach = [contact.email, contact.mobile].filter(Boolean).join(', ')

  return (
    <div className="stack">
      <StepHeading
        title={t('passport:review.title')}
        lead={t('passport:review.lead')}
        step={STEP}
        back={contactPath}
      />
      <HoldNotice hold={hold} moreTimePath={`/${language}/passport/book/${secret}/more-time`} page="review" />
      <FactList
        facts={[
          {
            name: t('passport:review.time'),
            value: <time dateTime={facts.moment.iso}>{facts.moment.full}</time>,
            change: { href: bookingPath(language, 'time', answers), text: t('passport:review.changeTime') },
          },
          {
            name: t('passport:review.place'),
            value: [facts.officeName, facts.address, facts.postalPlace].filter(Boolean).join(', '),
            change: {
              href: bookingPath(language, 'where', { ...answers, officeId: null }),
              text: t('passport:review.changePlace'),
            },
          },
          {
            name: t('passport:review.person'),
            value: <PersonFacts person={person} />,
            change: { href: bookingPath(language, 'who', answers), text: t('passport:review.changePerson') },
          },
          { name: t('passport:review.fee'), value: feeInWords(facts.takes, language, t) },
          {
            name: t('passport:review.name'),
            value: contact.name,
            change: { href: `${contactPath}#name`, text: t('passport:review.changeName') },
          },
          {
            name: t('passport:review.reach'),
            value: reach || t('passport:review.neither'),
            change: { href: `${contactPath}#email`, text: t('passport:review.changeReach') },
          },
          {
            name: t('passport:review.language'),
            value: t(`passport:contact.languages.${contact.messageLanguage}`),
            change: { href: `${contactPath}#messageLanguage`, text: t('passport:review.changeLanguage') },
          },
        ]}
      />
      <section className="stack-small">
        <Heading level={2} data-size="xs">
          {t('passport:bring.title')}
        </Heading>
        <BringList things={facts.takes.bring} />
        {facts.takes.consent === 'both-guardians' ? (
          <Paragraph>{t('passport:takes.consent')}</Paragraph>
        ) : null}
      </section>
      <Form method="post">
        <Button type="submit">{t('passport:review.submit')}</Button>
      </Form>
    </div>
  )
}
