import { Button } from '@digdir/designsystemet-react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { ChoiceGroup } from '#app/components/form/choice-group.tsx'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { RequiredNote } from '#app/components/form/required-note.tsx'
import { ReachFields } from '#app/components/form/reach-fields.tsx'
import { TextField } from '#app/components/form/text-field.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { ChangeNotice } from '#app/components/passport/change-notice.tsx'
import { HoldNotice } from '#app/components/passport/hold-notice.tsx'
import { KnownNotice } from '#app/components/passport/known-notice.tsx'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { MESSAGE_LANGUAGES } from '#app/domain/scheduling/appointment.ts'
import { renewHold } from '#app/use-cases/renew-hold.server.ts'
import { saveContact } from '#app/use-cases/save-contact.server.ts'
import { appointmentOf, describeAppointment, describeHold } from '../appointments/personal-link.ts'
import { bookerIn, staffHelping } from '../logged-in.ts'
import { languageOf } from '../request-language.ts'
import { changeData } from './appointment-change.ts'
import { bookingPath, heldPath, readTicket } from './booking-answers.ts'
import { stepOf } from './booking-steps.server.ts'
import { contactForm, contactOf, contactValues } from './contact-form.ts'
import { addressOf, bookerOf, knownContact } from './known-contact.ts'
import { formErrors } from './form-errors.ts'
import { afterRefusal, answersOf, heldAppointment } from './held-appointment.ts'

export const handle = {
  title: 'passport:contact.title',
  service: 'passport:service',
  enhancements: ['hold-countdown', 'back-to-form'],
} satisfies PageHandle

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { portal } = context
  const language = languageOf(params)
  const held = await heldAppointment(portal, params, language)
  const { appointment } = held
  const { contact, officeName, moment, people } = describeAppointment(portal, appointment, language)
  const answers = await answersOf(portal, held)
  const known = knownContact(portal, bookerIn(context), { appointment, language })
  return {
    secret: held.secret,
    step: stepOf('contact', appointment.people),
    people,
    officeName,
    moment,
    back: bookingPath(language, 'time', answers),
    change: await changeData(portal, answers.change, language),
    hold: describeHold(portal, appointment, language),
    known: known?.note ?? null,
    isForSomebody: staffHelping(context, 'serve-queue') !== null,
    letter: known?.letter ?? null,
    values: {
      name: people.map(({ name }, index) => name ?? known?.names[index] ?? ''),
      email: contact ? (contact.email ?? '') : (known?.email ?? ''),
      mobile: contact ? (contact.mobile ?? '') : (known?.mobile ?? ''),
      neither: contact?.withoutContact ?? known?.neither ?? false,
      messageLanguage: contact?.messageLanguage ?? known?.messageLanguage ?? language,
    },
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { portal, identity } = context
  const citizen = bookerIn(context)
  const language = languageOf(params)
  const { appointment } = await appointmentOf(portal, params)
  const posted = await request.formData()
  const values = contactValues(posted, appointment.people.length)
  if (posted.get('then') === 'more-time') {
    const renewed = await renewHold(portal, params.secret ?? '')
    if (!renewed.ok) return afterRefusal(portal, params, { language, reason: renewed.reason })
    // No redirect: who needs more time keeps what they have typed, also what is not right yet.
    return { values }
  }
  const form = contactForm(appointment.people.length).safeParse(values)
  if (!form.success) return data({ errors: formErrors(form.error, values), values }, { status: 400 })

  const booker = bookerOf(identity, citizen)
  const known = { address: addressOf(citizen) ?? appointment.contact?.address ?? null }
  const contact = { contact: contactOf(form.data, known), names: form.data.name, booker }
  const saved = await saveContact(portal, params.secret ?? '', contact)
  if (!saved.ok) return afterRefusal(portal, params, { language, reason: saved.reason })
  const ticket = readTicket(new URL(request.url))
  return redirect(heldPath(language, 'review', { secret: params.secret ?? '', ticket }))
}

function nameField(index: number): string {
  return `name-${index + 1}`
}

export default function ContactPage() {
  const {
    secret,
    step,
    people,
    officeName,
    moment,
    back,
    change,
    hold,
    known,
    isForSomebody,
    letter,
    values: saved,
  } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTexts()
  const values = answer?.values ?? saved
  const errors = answer && 'errors' in answer ? answer.errors : undefined

  return (
    <div className="stack">
      <ErrorSummary errors={errors} />
      <ChangeNotice change={change} hold={secret} />
      <StepHeading
        title={t('passport:contact.title')}
        lead={t('common:time.at', { time: moment.full, place: officeName })}
        step={step}
        back={back}
      />
      <HoldNotice hold={hold} isLonger={answer !== undefined && !errors} />
      {isForSomebody ? null : <KnownNotice known={known} />}
      <Form method="post" noValidate className="stack">
        <RequiredNote text={t('common:required.all')} />
        {people.map(({ person }, index) => {
          const id = nameField(index)
          return (
            <TextField
              key={id}
              id={id}
              label={
                people.length === 1
                  ? t('passport:contact.name')
                  : t('people:names.of', { number: index + 1, age: t(`passport:age.${person.ageGroup}`) })
              }
              hint={index === 0 ? t('passport:contact.nameHint') : undefined}
              value={values.name[index] ?? ''}
              error={errors?.[id]}
              required
              // Only the one who fills this in has their own name to offer.
              autoComplete={index === 0 && !isForSomebody ? 'name' : 'off'}
              autoCapitalize="words"
              spellCheck={false}
            />
          )
        })}
        <fieldset className="ds-fieldset stack-small" aria-describedby="reach-hint">
          <legend className="ds-label">{t('passport:contact.reach')}</legend>
          <p id="reach-hint" className="hint">
            {t('passport:contact.reachHint')}
          </p>
          <ReachFields
            values={values}
            errors={errors}
            isOwn={!isForSomebody}
            mobileHint={t('passport:contact.mobileHint')}
          />
          <ChoiceGroup
            type="checkbox"
            name="neither"
            legend={t('passport:contact.neitherQuestion')}
            choices={[
              {
                value: 'yes',
                label: t('passport:contact.neither'),
                hint: letter
                  ? t('login:known.letter', { address: letter })
                  : t('passport:contact.neitherHint'),
              },
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
        <div className="actions">
          <Button type="submit">{t('passport:contact.submit')}</Button>
          {hold.living && hold.canBeLonger ? (
            <Button type="submit" name="then" value="more-time" variant="secondary">
              {t('passport:hold.more')}
            </Button>
          ) : null}
        </div>
      </Form>
    </div>
  )
}
