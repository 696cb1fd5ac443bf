import { Button, Paragraph } from '@digdir/designsystemet-react'
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FactList } from '#app/components/fact-list.tsx'
import { ChoiceGroup } from '#app/components/form/choice-group.tsx'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { Notice } from '#app/components/notice.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { SaidList } from '#app/components/said-list.tsx'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { AUDIT_REASONS } from '#app/domain/audit/audit-action.ts'
import { PeopleFacts } from '#app/components/passport/people-facts.tsx'
import { inGroups } from '#app/i18n/format.ts'
import { cancelFor, officeOfReference, readAppointmentFor } from '#app/use-cases/office-day.server.ts'
import { describeAppointment } from '../appointments/personal-link.ts'
import { saidWords } from '../said-words.ts'
import { languageOf } from '../request-language.ts'
import { staffOf } from '../logged-in.ts'

export const handle = { title: 'staff:appointment.title', service: 'staff:service' } satisfies PageHandle

/** Nothing of the appointment yet, but that there is one: first comes the reason. */
export async function loader(args: LoaderFunctionArgs) {
  const acting = await staffOf(args, 'see-appointments')
  const reference = referenceOf(args.params)
  if ((await officeOfReference(args.context.portal, acting, reference)) === null) {
    throw new Response(null, { status: 404 })
  }
  return { reference }
}

/** Shows it, or cancels it, for who has said why; both are written down (security.md, threat 27). */
export async function action(args: ActionFunctionArgs) {
  const posted = await args.request.clone().formData()
  const isCancelling = posted.get('then') === 'cancel'
  const acting = await staffOf(args, isCancelling ? 'cancel-appointment' : 'see-appointments')
  const { portal } = args.context
  const reason = AUDIT_REASONS.find((known) => known === posted.get('reason'))
  if (!reason) return data({ errors: { reason: 'validation:reason.required' } as const }, { status: 400 })
  const wanted = { reference: referenceOf(args.params), reason }
  const cancelled = isCancelling ? await cancelFor(portal, acting, wanted) : null
  const appointment = await readAppointmentFor(portal, acting, wanted)
  if (!appointment) throw new Response(null, { status: 404 })
  const { moment, officeName, people, contact } = describeAppointment(
    portal,
    appointment,
    languageOf(args.params),
  )
  return {
    reason,
    cancelled: cancelled && (cancelled.ok ? ('done' as const) : ('tooLate' as const)),
    isCancelled: appointment.status === 'cancelled',
    ...{ when: moment.full, officeName, people },
    said: saidWords(appointment.said, languageOf(args.params)),
    reach: contact ? [contact.email, contact.mobile].filter((one) => one !== null) : [],
  }
}

function referenceOf(params: { reference?: string }): string {
  return (params.reference ?? '').toUpperCase()
}

export default function StaffAppointmentPage() {
  const { reference } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t, language } = useTexts()
  const back = `/${language}/staff/appointments`
  if (!answer || 'errors' in answer) {
    return (
      <div className="stack">
        <ErrorSummary errors={answer?.errors} />
        <StepHeading title={t('staff:appointment.title')} lead={inGroups(reference)} back={back} />
        <form method="post" className="stack" noValidate>
          <ChoiceGroup
            type="radio"
            name="reason"
            legend={t('staff:reason.legend')}
            hint={t('staff:reason.hint')}
            choices={AUDIT_REASONS.map((value) => ({ value, label: t(`staff:reason.${value}`) }))}
            chosen={[]}
            error={answer?.errors.reason}
          />
          <div className="actions">
            <Button type="submit">{t('staff:appointment.open')}</Button>
          </div>
        </form>
      </div>
    )
  }
  const { reason, cancelled, isCancelled, when, officeName, people, reach, said } = answer
  return (
    <div className="stack">
      {cancelled ? (
        <Notice color={cancelled === 'done' ? 'success' : 'warning'} takesFocus>
          <Paragraph>{t(`staff:appointment.${cancelled}`)}</Paragraph>
        </Notice>
      ) : null}
      <StepHeading
        title={t('staff:appointment.title')}
        lead={t('common:time.at', { time: when, place: officeName })}
        back={back}
      />
      <FactList
        facts={[
          { name: t('staff:appointments.reference'), value: inGroups(reference) },
          {
            name: t('staff:appointments.status'),
            value: t(isCancelled ? 'me:appointments.cancelled' : 'me:appointments.coming'),
          },
          { name: t('people:facts.people'), value: <PeopleFacts people={people} /> },
          ...(said ? [{ name: t('staff-queue:here.said'), value: <SaidList said={said} /> }] : []),
          { name: t('passport:review.reach'), value: reach.join(', ') || t('me:contact.none') },
        ]}
      />
      {isCancelled ? null : (
        <form method="post" className="actions">
          <input type="hidden" name="reason" value={reason} />
          <Button type="submit" name="then" value="cancel" data-color="danger">
            {t('staff:appointment.cancel')}
          </Button>
        </form>
      )}
    </div>
  )
}
