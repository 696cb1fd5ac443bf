import { Button, Link, Paragraph } from '@digdir/designsystemet-react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Notice } from '#app/components/notice.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { describeInstant, inGroups } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import { scopeOfStaff } from '#app/use-cases/find-staff-member.server.ts'
import { todayOf } from '#app/use-cases/portal.server.ts'
import { resendFor, undeliveredMessages } from '#app/use-cases/undelivered.server.ts'
import { languageOf } from '../request-language.ts'
import { staffOf } from '../logged-in.ts'

export const handle = { title: 'staff:undelivered.title', service: 'staff:service' } satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
  const staff = await staffOf(args, 'see-undelivered')
  const { portal } = args.context
  const language = languageOf(args.params)
  const t = translator(language)
  const messages = await undeliveredMessages(portal, staff.scope)
  return {
    mayCorrect: scopeOfStaff(staff, 'correct-contact') !== null,
    mayResend: scopeOfStaff(staff, 'resend-message') !== null,
    told: new URL(args.request.url).searchParams.get('told'),
    rows: messages.map(({ id, kind, dueAt, failure, officeId, reference, attempts }) => ({
      ...{ id, kind, attempts, failure: failure ?? '', reference },
      office: portal.catalogue.offices.get(officeId)?.name ?? officeId,
      due: describeInstant(
        Temporal.Instant.fromEpochMilliseconds(dueAt * 1000),
        todayOf(portal.clock),
        language,
        t,
      ).full,
    })),
  }
}

/** Lets one be tried anew. */
export async function action(args: ActionFunctionArgs) {
  const posted = await args.request.clone().formData()
  const acting = await staffOf(args, 'resend-message')
  const id = Number(posted.get('message'))
  const sent = Number.isSafeInteger(id)
    ? await resendFor(args.context.portal, acting, { id, reason: 'technical-fault' })
    : { ok: false }
  return redirect(`/${languageOf(args.params)}/staff/undelivered?told=${sent.ok ? 'again' : 'gone'}`)
}

/** Messages that were given up: whose address is wrong, or whose server did not answer for a day. */
export default function UndeliveredPage() {
  const { rows, mayCorrect, mayResend, told } = useLoaderData<typeof loader>()
  const { t, language } = useTexts()
  return (
    <div className="stack">
      {told === 'again' || told === 'gone' ? (
        <Notice color={told === 'again' ? 'success' : 'info'} takesFocus>
          <Paragraph>{t(`staff:undelivered.${told}`)}</Paragraph>
        </Notice>
      ) : null}
      <StepHeading
        title={t('staff:undelivered.title')}
        lead={t('staff:undelivered.lead')}
        back={`/${language}/staff`}
      />
      {rows.length === 0 ? <Paragraph>{t('staff:undelivered.none')}</Paragraph> : null}
      <ul className="rows">
        {rows.map(({ id, kind, attempts, failure, reference, office, due }) => (
          <li key={id} className="stack-small">
            <strong>{t(`staff:message.${kind}`)}</strong>
            <p>{[office, reference ? inGroups(reference) : '', due].filter(Boolean).join(', ')}</p>
            <p className="hint">{t('staff:undelivered.failure', { count: attempts, failure })}</p>
            {mayCorrect && reference ? (
              <p>
                <Link href={`/${language}/staff/appointments/${reference}`}>
                  {t('staff:undelivered.correct')}
                </Link>
              </p>
            ) : null}
            {mayResend ? (
              <form method="post">
                <input type="hidden" name="message" value={id} />
                <Button type="submit" variant="secondary" data-size="sm">
                  {t('staff:undelivered.resend')}
                </Button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  )
}
