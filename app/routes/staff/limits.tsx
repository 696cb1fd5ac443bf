import { Button, Paragraph } from '@digdir/designsystemet-react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ChoiceGroup } from '#app/components/form/choice-group.tsx'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { ReachFields } from '#app/components/form/reach-fields.tsx'
import { Notice } from '#app/components/notice.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { AUDIT_REASONS } from '#app/domain/audit/audit-action.ts'
import { liftLimitsFor } from '#app/use-cases/booking-limits.server.ts'
import { formErrors } from '../passport/form-errors.ts'
import { languageOf } from '../request-language.ts'
import { staffOf } from '../logged-in.ts'
import { LiftForm, liftValues } from './lift-form.ts'

const NOTHING = { email: '', mobile: '' }

export const handle = { title: 'staff:limits.title', service: 'staff:service' } satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
  await staffOf(args, 'lift-limit')
  return { isLifted: new URL(args.request.url).searchParams.get('told') === 'lifted' }
}

/** Lifts the limits for a contact address, with a reason that is written down. */
export async function action(args: ActionFunctionArgs) {
  const posted = await args.request.clone().formData()
  const { member } = await staffOf(args, 'lift-limit')
  const values = liftValues(posted)
  const form = LiftForm.safeParse(values)
  if (!form.success) return data({ errors: formErrors(form.error, values), values }, { status: 400 })
  const { email, mobile, reason } = form.data
  const contact = { email: email || null, mobile: mobile || null }
  await liftLimitsFor(args.context.portal, member, { contact, reason })
  return redirect(`/${languageOf(args.params)}/staff/limits?told=lifted`)
}

export default function LimitsPage() {
  const { isLifted } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t, language } = useTexts()
  return (
    <div className="stack">
      <ErrorSummary errors={answer?.errors} />
      {isLifted && !answer ? (
        <Notice color="success" takesFocus>
          <Paragraph>{t('staff:limits.lifted')}</Paragraph>
        </Notice>
      ) : null}
      <StepHeading
        title={t('staff:limits.title')}
        lead={t('staff:limits.lead')}
        back={`/${language}/staff`}
      />
      <form method="post" noValidate className="stack">
        <ReachFields values={answer?.values ?? NOTHING} errors={answer?.errors} isOwn={false} />
        <ChoiceGroup
          type="radio"
          name="reason"
          legend={t('staff:limits.reason')}
          hint={t('staff:reason.hint')}
          choices={AUDIT_REASONS.map((value) => ({ value, label: t(`staff:reason.${value}`) }))}
          chosen={[answer?.values.reason ?? '']}
          error={answer?.errors.reason}
        />
        <div className="actions">
          <Button type="submit">{t('staff:limits.lift')}</Button>
        </div>
      </form>
    </div>
  )
}
