import { Button } from '@digdir/designsystemet-react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { ChoiceGroup } from '#app/components/form/choice-group.tsx'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { TextField } from '#app/components/form/text-field.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { HoldNotice } from '#app/components/passport/hold-notice.tsx'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { MESSAGE_LANGUAGES } from '#app/domain/scheduling/appointment.ts'
import { saveContact } from '#app/use-cases/save-contact.server.ts'
import { describeAppointment, describeHold } from '../appointments/personal-link.ts'
import { languageOf } from '../request-language.ts'
import { bookingPath } from './booking-answers.ts'
import { ContactForm, contactOf, contactValues } from './contact-form.ts'
import { formErrors } from './form-errors.ts'
import { afterRefusal, heldAppointment } from './held-appointment.ts'

const STEP = { step: 5, of: 6 }

export const handle = {
  title: 'passport:contact.title',
  service: 'passport:service',
  step: STEP,
  enhancements: ['hold-countdown'],
} satisfies PageHandle

export async function loader({ params, context: { portal } }: LoaderFunctionArgs) {
  const language = languageOf(params)
  const { appointment, secret } = await heldAppointment(portal, params, language)
  const { contact, officeId, officeName, moment, person } = describeAppointment(portal, appointment, language)
  return {
    secret,
    person,
    officeId,
    officeName,
    moment,
    hold: describeHold(portal, appointment, language),
    values: {
      name: contact?.name ?? '',
      email: contact?.email ?? '',
      mobile: contact?.mobile ?? '',
      neither: contact?.withoutContact ?? false,
      messageLanguage: contact?.messageLanguage ?? language,
    },
  }
}

export async function action({ request, params, context: { portal } }: ActionFunctionArgs) {
  const language = languageOf(params)
  const values = contactValues(await request.formData())
  const form = ContactForm.safeParse(values)
  if (!form.success) return data({ errors: formErrors(form.error), values }, { status: 400 })

  const saved = await saveContact(portal, params.secret ?? '', contactOf(form.data))
  if (!saved.ok) return afterRefusal(portal, params, { language, reason: saved.reason })
  return redirect(`/${language}/passport/book/${params.secret}/review`)
}

export default function ContactPage() {
  const { secret, person, officeId, officeName, moment, hold, values: saved } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { t, language } = useTexts()
  const values = failed?.values ?? saved
  const errors = failed?.errors

  return (
    <div className="stack">
      <ErrorSummary errors={errors} />
      <StepHeading
        title={t('passport:contact.title')}
        lead={t('common:time.at', { time: moment.full, place: officeName })}
        step={STEP}
        back={bookingPath(language, 'time', { person, officeId, hold: secret })}
      />
      <HoldNotice
        hold={hold}
        moreTimePath={`/${language}/passport/book/${secret}/more-time`}
        page="contact"
      />
      <Form method="post" noValidate className="stack">
        <TextField
          id="name"
          label={t('passport:contact.name')}
          hint={t('passport:contact.nameHint')}
          value={values.name}
          error={errors?.name}
          autoComplete="name"
          autoCapitalize="words"
          spellCheck={false}
        />
        <fieldset className="ds-fieldset stack-small" aria-describedby="reach-hint">
          <legend className="ds-label">{t('passport:contact.reach')}</legend>
          <p id="reach-hint" className="hint">
            {`${t('passport:contact.reachHint')} ${t('passport:contact.noMessagesYet')}`}
          </p>
          <TextField
            id="email"
            type="email"
            label={t('passport:contact.email')}
            value={values.email}
            error={errors?.email}
            autoComplete="email"
            inputMode="email"
            spellCheck={false}
          />
          <TextField
            id="mobile"
            type="tel"
            label={t('passport:contact.mobile')}
            hint={t('passport:contact.mobileHint')}
            value={values.mobile}
            error={errors?.mobile}
            autoComplete="tel"
            inputMode="tel"
            short
          />
          <ChoiceGroup
            type="checkbox"
            name="neither"
            legend={t('passport:contact.neitherQuestion')}
            choices={[
              { value: 'yes', label: t('passport:contact.neither'), hint: t('passport:contact.neitherHint') },
            ]}
            chosen={values.neither ? ['yes'] : []}
          />
        </fieldset>
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
        <div>
          <Button type="submit">{t('passport:contact.submit')}</Button>
        </div>
      </Form>
    </div>
  )
}
