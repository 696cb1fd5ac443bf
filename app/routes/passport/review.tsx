import { Button, Heading, Paragraph } from '@digdir/designsystemet-react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { FactList } from '#app/components/fact-list.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { FeeSumFact, PersonFacts } from '#app/components/passport/appointment-facts.tsx'
import { BringList } from '#app/components/passport/bring-list.tsx'
import { ConfirmLimitNotice, type ConfirmLimit } from '#app/components/passport/confirm-limit-notice.tsx'
import { ConsentNotice } from '#app/components/passport/consent-notice.tsx'
import { GroupTime } from '#app/components/passport/group-time.tsx'
import { HoldNotice } from '#app/components/passport/hold-notice.tsx'
import { GuardianFacts, hasGuardians, PeopleFacts } from '#app/components/passport/people-facts.tsx'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { SaidToReview } from '#app/components/passport/said-to-review.tsx'
import { Notice } from '#app/components/notice.tsx'
import { formatList } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import { confirmAppointment } from '#app/use-cases/confirm-appointment.server.ts'
import { confirmFor } from '#app/use-cases/confirm-for.server.ts'
import { findAppointment } from '#app/use-cases/find-appointment.server.ts'
import { findChanged } from '#app/use-cases/find-changed.server.ts'
import { describeAppointment, describeHold } from '../appointments/personal-link.ts'
import { leaveOutSaid } from '#app/use-cases/leave-out-said.server.ts'
import { saidWords } from '../said-words.ts'
import { staffHelping } from '../logged-in.ts'
import { languageOf } from '../request-language.ts'
import { describeChange } from './appointment-change.ts'
import { addressWords } from './address-words.ts'
import { bookingPath, heldPath, readTicket } from './booking-answers.ts'
import { stepOf } from './booking-steps.server.ts'
import { afterRefusal, answersOf, heldAppointment } from './held-appointment.ts'

export const handle = {
  title: 'passport:review.title',
  service: 'passport:service',
  enhancements: ['hold-countdown'],
} satisfies PageHandle

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { portal } = context
  const language = languageOf(params)
  const held = await heldAppointment(portal, params, language)
  const { appointment, secret } = held
  const { contact, ...facts } = describeAppointment(portal, appointment, language)
  if (!contact) throw redirect(`/${language}/passport/book/${secret}/contact`)
  const changed = await findChanged(portal, appointment)
  const done = new URL(request.url).searchParams.get('told')
  const t = translator(language)
  return {
    ...facts,
    titleKey: changed ? ('people:change.reviewTitle' as const) : ('passport:review.title' as const),
    step: stepOf('review', appointment.people),
    contact,
    letter: contact.address && t('passport:review.letter', { address: addressWords(contact.address) }),
    secret,
    answers: await answersOf(portal, held),
    change: changed && describeChange(portal, changed.appointment, { secret: changed.secret, language }),
    hold: describeHold(portal, appointment, language),
    isLonger: done === 'more-time',
    said: saidWords(appointment.said, language),
    isLeftOut: done === 'left-out' && appointment.said === null,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { portal } = context
  const language = languageOf(params)
  const secret = params.secret ?? ''
  if ((await request.formData()).get('then') === 'leave-out') {
    const left = await leaveOutSaid(portal, secret)
    if (!left.ok) return afterRefusal(portal, params, { language, reason: left.reason })
    return redirect(`/${language}/passport/book/${secret}/review?told=left-out`)
  }
  const member = staffHelping(context, 'serve-queue')
  const confirmed = await (member ? confirmFor(portal, member, secret) : confirmAppointment(portal, secret))
  if (
    !confirmed.ok &&
    (confirmed.reason === 'too-many-appointments' || confirmed.reason === 'contact-used-up')
  ) {
    const names = 'names' in confirmed ? formatList(confirmed.names, language) : ''
    const limit: ConfirmLimit = { kind: confirmed.reason, names, most: confirmed.most }
    return data({ limit }, { status: 409 })
  }
  if (!confirmed.ok) return afterRefusal(portal, params, { language, reason: confirmed.reason })
  // Not by way of the personal link, which leads away from a hold that is merged: pressed twice it answers the same.
  const appointment = await findAppointment(portal, secret)
  const changed = appointment && (await findChanged(portal, appointment))
  return redirect(
    changed
      ? `/${language}/appointments/${changed.secret}?told=changed&sequence=${changed.appointment.sequence}`
      : heldPath(language, 'receipt', { secret, ticket: readTicket(new URL(request.url)) }),
  )
}

/** Everything on one page before it is promised, each answer with a way to change it. */
export default function Review() {
  const facts = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t, language } = useTexts()
  const { secret, people, contact, hold, answers, change } = facts
  const bookPath = `/${language}/passport/book/${secret}`
  const contactPath = `${bookPath}/contact`
  const reach = [contact.email, contact.mobile].filter(Boolean).join(', ') || facts.letter
  const guardiansPath = bookingPath(language, 'guardians', answers)

  return (
    <div className="stack">
      <ConfirmLimitNotice limit={answer?.limit} />
      {facts.isLeftOut ? (
        <Notice color="success" takesFocus>
          <Paragraph>{t('guide:said.leftOut')}</Paragraph>
        </Notice>
      ) : null}
      <StepHeading
        title={t(facts.titleKey)}
        lead={t(change ? 'people:change.reviewLead' : 'passport:review.lead')}
        step={facts.step}
        back={contactPath}
      />
      <HoldNotice hold={hold} isLonger={facts.isLonger}>
        <form method="post" action={`${bookPath}/more-time`}>
          <Button type="submit" variant="secondary" data-size="sm">
            {t('passport:hold.more')}
          </Button>
        </form>
      </HoldNotice>
      <ConsentNotice people={people} changePath={guardiansPath} />
      <FactList
        facts={[
          ...(change
            ? [{ name: t('people:change.before'), value: `${change.time}, ${change.officeName}` }]
            : []),
          {
            name: t(change ? 'people:change.after' : 'passport:review.time'),
            value: (
              <>
                <time dateTime={facts.moment.iso}>{facts.moment.full}</time>
                <GroupTime group={facts.group} from={facts.moment.time} />
              </>
            ),
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
            name: t(people.length > 1 ? 'people:facts.people' : 'passport:review.person'),
            // Of one person the name stands below, with a way to change it.
            value:
              people.length > 1 ? (
                <PeopleFacts people={people} />
              ) : (
                people.map(({ person }, index) => <PersonFacts key={index} person={person} />)
              ),
            change: {
              href: bookingPath(language, 'who', answers),
              text: t(people.length > 1 ? 'people:facts.changePeople' : 'passport:review.changePerson'),
            },
          },
          ...(hasGuardians(people)
            ? [
                {
                  name: t('people:facts.guardians'),
                  value: <GuardianFacts people={people} />,
                  change: { href: guardiansPath, text: t('people:facts.changeGuardians') },
                },
              ]
            : []),
          { name: t('passport:review.fee'), value: <FeeSumFact sum={facts.fee} /> },
          ...(people.length > 1
            ? []
            : [
                {
                  name: t('passport:review.name'),
                  value: people[0]?.name ?? contact.name,
                  change: { href: `${contactPath}#name-1`, text: t('passport:review.changeName') },
                },
              ]),
          {
            name: t('passport:review.reach'),
            value: reach ?? t('passport:review.neither'),
            change: { href: `${contactPath}#email`, text: t('passport:review.changeReach') },
          },
          {
            name: t('passport:review.language'),
            value: t(`passport:contact.languages.${contact.messageLanguage}`),
            change: { href: `${contactPath}#messageLanguage`, text: t('passport:review.changeLanguage') },
          },
          ...(facts.said ? [{ name: t('guide:said.title'), value: <SaidToReview said={facts.said} /> }] : []),
        ]}
      />
      <section className="stack-small">
        <Heading level={2} data-size="xs">
          {t('passport:bring.title')}
        </Heading>
        <BringList people={people} />
      </section>
      <Form method="post">
        <Button type="submit">{t(change ? 'people:change.submit' : 'passport:review.submit')}</Button>
      </Form>
      {change ? (
        <form method="post" action={`${bookPath}/drop?change=${change.secret}`}>
          <Button type="submit" variant="secondary">
            {t('people:change.keep')}
          </Button>
        </form>
      ) : null}
    </div>
  )
}
