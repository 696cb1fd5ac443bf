import { Button, Paragraph } from '@digdir/designsystemet-react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FactList } from '#app/components/fact-list.tsx'
import { ChoiceGroup } from '#app/components/form/choice-group.tsx'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { Notice } from '#app/components/notice.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { SaidList } from '#app/components/said-list.tsx'
import { AppointmentActions } from '#app/components/staff/appointment-actions.tsx'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { AUDIT_REASONS } from '#app/domain/audit/audit-action.ts'
import type { Permission } from '#app/domain/identity/permission.ts'
import { tickAt } from '#app/domain/time/tick.ts'
import { PeopleFacts } from '#app/components/passport/people-facts.tsx'
import { inGroups } from '#app/i18n/format.ts'
import { checkInState } from '#app/use-cases/check-in-state.server.ts'
import { scopeOfStaff } from '#app/use-cases/find-staff-member.server.ts'
import { officeOfReference, readAppointmentFor } from '#app/use-cases/office-day.server.ts'
import { describeAppointment } from '../appointments/personal-link.ts'
import { saidWords } from '../said-words.ts'
import { languageOf } from '../request-language.ts'
import { staffOf } from '../logged-in.ts'
import { checkInByReference } from './check-in-by-reference.server.ts'
import { doForPerson, FOR_PERSON, PERMISSION_FOR } from './do-for-person.server.ts'

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

/** Shows it, or does something with it, for who has said why; both are written down (security.md, threat 27). */
export async function action(args: ActionFunctionArgs) {
  const posted = await args.request.clone().formData()
  const then = FOR_PERSON.find((known) => known === posted.get('then')) ?? 'see'
  const acting = await staffOf(args, PERMISSION_FOR[then])
  const { portal } = args.context
  const language = languageOf(args.params)
  const reason = AUDIT_REASONS.find((known) => known === posted.get('reason'))
  if (!reason) return data({ errors: { reason: 'validation:reason.required' } as const }, { status: 400 })
  const wanted = { reference: referenceOf(args.params), reason }
  const arrived =
    then === 'arrived' ? await checkInByReference(portal, acting, { ...wanted, language }) : null
  if (arrived?.ok) return redirect(arrived.path)
  const did = await doForPerson(portal, acting, then, { ...wanted, posted })
  const appointment = await readAppointmentFor(portal, acting, wanted)
  if (!appointment) throw new Response(null, { status: 404 })
  const { moment, officeName, people, contact } = describeAppointment(portal, appointment, language)
  const isComing = appointment.status === 'confirmed' && appointment.startTick > tickAt(portal.clock.now())
  const may = (permission: Permission) => scopeOfStaff(acting, permission) !== null
  const shown = {
    reason,
    told: did.told,
    refused: arrived?.refused ?? null,
    isCancelled: appointment.status === 'cancelled',
    ...{ when: moment.full, officeName, people },
    said: saidWords(appointment.said, languageOf(args.params)),
    reach: contact ? [contact.email, contact.mobile].filter((one) => one !== null) : [],
    may: {
      arrive: may('serve-queue') && (await checkInState(portal, appointment))?.at === 'now',
      correct: may('correct-contact') && isComing && contact !== null,
      cancel: may('cancel-appointment') && isComing,
      restore: may('cancel-appointment') && appointment.status === 'cancelled' && contact !== null,
    },
    asks: did.asks,
    values: did.values ?? { email: contact?.email ?? '', mobile: contact?.mobile ?? '' },
    errors: did.errors,
  }
  return data(shown, { status: did.errors ? 400 : arrived ? 409 : 200 })
}

function referenceOf(params: { reference?: string }): string {
  return (params.reference ?? '').toUpperCase()
}

export default function StaffAppointmentPage() {
  const { reference } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t, language } = useTexts()
  const back = `/${language}/staff/appointments`
  if (!answer || !('may' in answer)) {
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
  const { told, refused, isCancelled, when, officeName, people, reach, said } = answer
  return (
    <div className="stack">
      <ErrorSummary errors={answer.errors} />
      {told ? (
        <Notice color={told === 'tooLate' || told === 'taken' ? 'warning' : 'success'} takesFocus>
          <Paragraph>{t(`staff:appointment.${told}`)}</Paragraph>
        </Notice>
      ) : null}
      {refused ? (
        <Notice color="warning" takesFocus>
          <Paragraph>{t(`queue:arrive.refused.${refused.words}`, { ...refused })}</Paragraph>
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
      <AppointmentActions
        reason={answer.reason}
        may={answer.may}
        asks={answer.asks}
        reach={answer.values}
        errors={answer.errors}
      />
    </div>
  )
}
