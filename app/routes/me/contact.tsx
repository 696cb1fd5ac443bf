import { Button, Link } from '@digdir/designsystemet-react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { ChoiceGroup } from '#app/components/form/choice-group.tsx'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { ReachFields } from '#app/components/form/reach-fields.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { MESSAGE_LANGUAGES } from '#app/domain/scheduling/appointment.ts'
import { changeMyContact } from '#app/use-cases/change-my-contact.server.ts'
import { lookerOf, myAppointments } from '#app/use-cases/my-appointments.server.ts'
import { formErrors } from '../passport/form-errors.ts'
import { languageOf } from '../request-language.ts'
import { citizenOf } from '../logged-in.ts'
import { MyContactForm, myContactValues } from './my-contact-form.ts'

export const handle = { title: 'me:change.title', service: 'me:service' } satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
  const { portal, identity } = args.context
  const citizen = await citizenOf(args)
  const mine = await myAppointments(portal, lookerOf(identity, citizen))
  const booked = mine.find(({ state, isOwnBooking }) => state === 'coming' && isOwnBooking)
  const known = booked?.appointment.contact ?? citizen.person
  return {
    hasAny: booked !== undefined,
    values: {
      email: known?.email ?? '',
      mobile: known?.mobile ?? '',
      messageLanguage:
        booked?.appointment.contact?.messageLanguage ?? citizen.person?.language ?? languageOf(args.params),
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const { keys } = await citizenOf(args)
  const values = myContactValues(await args.request.formData())
  const form = MyContactForm.safeParse(values)
  if (!form.success) return data({ errors: formErrors(form.error, values), values }, { status: 400 })
  const { email, mobile, messageLanguage } = form.data
  const changed = await changeMyContact(args.context.portal, keys, {
    ...{ email: email || null, mobile: mobile || null, messageLanguage },
  })
  return redirect(`/${languageOf(args.params)}/me?change=${changed > 0 ? 'done' : 'nothing'}`)
}

export default function MyContactPage() {
  const { values: saved, hasAny } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t, language } = useTexts()
  const values = answer?.values ?? saved
  const errors = answer?.errors
  if (!hasAny) {
    // Nothing is asked for that would be saved nowhere.
    return (
      <div className="stack">
        <StepHeading title={t('me:change.title')} lead={t('me:change.nothing')} back={`/${language}/me`} />
        <p className="links">
          <Link href={`/${language}/passport/book/who`}>{t('me:appointments.book')}</Link>
        </p>
      </div>
    )
  }
  return (
    <div className="stack">
      <ErrorSummary errors={errors} />
      <StepHeading title={t('me:change.title')} lead={t('me:change.lead')} back={`/${language}/me`} />
      <Form method="post" noValidate className="stack">
        <ReachFields values={values} errors={errors} mobileHint={t('passport:contact.mobileHint')} />
        <ChoiceGroup
          type="radio"
          name="messageLanguage"
          legend={t('passport:contact.language')}
          choices={MESSAGE_LANGUAGES.map((one) => ({
            value: one,
            label: t(`passport:contact.languages.${one}`),
          }))}
          chosen={[values.messageLanguage]}
          error={errors?.messageLanguage}
        />
        <div className="actions">
          <Button type="submit">{t('me:change.submit')}</Button>
        </div>
      </Form>
    </div>
  )
}
