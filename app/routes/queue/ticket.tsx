import { Button, Link, Paragraph } from '@digdir/designsystemet-react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ChoiceGroup } from '#app/components/form/choice-group.tsx'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import type { FormErrors } from '#app/components/form/form-error.ts'
import { Notice } from '#app/components/notice.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { ClosedNotice } from '#app/components/queue/closed-notice.tsx'
import { QueuePage } from '#app/components/queue/queue-page.tsx'
import { queuePath } from '#app/components/queue/queue-path.ts'
import { ServiceChoices } from '#app/components/queue/service-choices.tsx'
import { TimeInstead } from '#app/components/queue/time-instead.tsx'
import { WaitBefore } from '#app/components/queue/wait-before.tsx'
import { SaidNotice } from '#app/components/said-notice.tsx'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { peopleWords } from '#app/components/queue/people-words.ts'
import { HELP_NEEDS, MOST_TOGETHER } from '#app/domain/queue/ticket.ts'
import { queueWait } from '#app/use-cases/queue-waits.server.ts'
import { takeTicket } from '#app/use-cases/take-ticket.server.ts'
import { formErrors } from '../passport/form-errors.ts'
import { saidWords } from '../said-words.ts'
import { languageOf } from '../request-language.ts'
import { officeOf, openingInWords, queuePageData } from './queue-page.ts'
import { servicesOf } from './services-of.ts'
import { showNext } from './shown-answer.ts'
import { TicketForm, ticketFormValues } from './ticket-form.ts'
import { timeInsteadData } from './time-instead-data.ts'
import { waitOf } from './wait-of.ts'

export const handle = {
  title: 'queue:take.title',
  service: 'queue:title',
  enhancements: ['kiosk-reset', 'scan-code'],
} satisfies PageHandle

/** First what it is about; then how long one waits for it, and what else one could do, before the ticket is taken. */
export async function loader(args: LoaderFunctionArgs) {
  const { request, params, context } = args
  const { portal } = context
  const language = languageOf(params)
  const page = queuePageData(args)
  const office = officeOf(args)
  const services = servicesOf(office)
  const wanted = new URL(request.url).searchParams.get('service')
  const service = services.find((one) => one === wanted) ?? null
  const opening = openingInWords(portal, office.id, language)
  const common = { ...page, opening, services }
  if (service === null) return { ...common, service, titleKey: 'queue:take.title' as const }
  return {
    ...common,
    service,
    titleKey: `queue:service.${service}` as const,
    before: await queueWait(portal, { officeId: office.id, service }),
    instead: service === 'passport' ? await timeInsteadData(context, { ...page, language }) : null,
    said: saidWords(page.at.said ?? null, language),
    key: Buffer.from(portal.randomBytes(18)).toString('base64url'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { request, params, context } = args
  const { portal, settings, visit } = context
  const language = languageOf(params)
  const { at, isWall } = queuePageData(args)
  const posted = await request.formData()
  const form = TicketForm.safeParse(ticketFormValues(posted))
  const failed = (errors: FormErrors | undefined, wait: string | null, status: number) =>
    data({ errors, wait }, { status })
  if (!form.success) return failed(formErrors(form.error), null, 400)
  const answer = await takeTicket(
    portal,
    { ...form.data, officeId: at.officeId, language, said: at.said ?? null },
    { visitor: visit.visitor },
  )
  if (answer.ok) {
    if (!isWall) return redirect(`/${language}/tickets/${answer.secret}`)
    const shown = { kind: 'ticket' as const, officeId: at.officeId, secret: answer.secret }
    return redirect(queuePath(at, 'answer'), { headers: { 'Set-Cookie': showNext(shown, settings) } })
  }
  switch (answer.reason) {
    case 'too-many':
      return failed(undefined, waitOf(context, answer, 'tickets', language), 429)
    case 'closed':
      // Meanwhile: the page says when it opens.
      return redirect(queuePath(at, 'ticket', { service: form.data.service }))
    case 'unknown-office':
      throw new Response(null, { status: 404 })
    default:
      return answer satisfies never
  }
}

export default function TakeTicket() {
  const loaded = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { t } = useTexts()
  const { at, isWall, homeLanguage, resetSeconds, warningSeconds, opening } = loaded
  const frame = { at, isWall, homeLanguage, resetSeconds, warningSeconds }
  if (loaded.service === null) {
    return (
      <QueuePage {...frame}>
        <ErrorSummary errors={failed?.errors} />
        <StepHeading title={t('queue:take.title')} back={queuePath(at)} />
        {opening.isOpen ? null : <ClosedNotice opens={opening.opens} />}
        <ServiceChoices services={loaded.services} at={at} />
      </QueuePage>
    )
  }
  const { service, before, instead, said, key } = loaded
  return (
    <QueuePage {...frame}>
      <ErrorSummary errors={failed?.errors} />
      {failed?.wait ? (
        <Notice color="warning" takesFocus>
          <Paragraph>{t('queue:take.tooMany', { wait: failed.wait })}</Paragraph>
        </Notice>
      ) : null}
      <StepHeading title={t(`queue:service.${service}`)} back={queuePath(at, 'ticket')} />
      {opening.isOpen ? <WaitBefore {...before} /> : <ClosedNotice opens={opening.opens} />}
      {instead ? <TimeInstead {...instead} /> : null}
      {opening.isOpen && said ? (
        <SaidNotice said={said} without={queuePath({ ...at, said: null }, 'ticket', { service })} />
      ) : null}
      {opening.isOpen ? (
        <form method="post" noValidate className="stack queue-form">
          <input type="hidden" name="service" value={service} />
          <input type="hidden" name="key" value={key} />
          <ChoiceGroup
            type="radio"
            name="people"
            legend={t('queue:take.people')}
            choices={Array.from({ length: MOST_TOGETHER }, (_, index) => ({
              value: String(index + 1),
              label: peopleWords(index + 1, t),
            }))}
            chosen={['1']}
            error={failed?.errors?.people}
          />
          <ChoiceGroup
            type="checkbox"
            name="needs"
            legend={t('queue:take.needs')}
            hint={t('queue:take.needsHint')}
            choices={HELP_NEEDS.map((need) => ({ value: need, label: t(`queue:need.${need}`) }))}
            chosen={[]}
          />
          <div className="actions">
            <Button type="submit">{t('queue:take.submit')}</Button>
          </div>
        </form>
      ) : null}
      <p className="links">
        <Link href={queuePath(at)}>{t('queue:start.over')}</Link>
      </p>
    </QueuePage>
  )
}
