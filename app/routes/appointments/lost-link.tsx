import { Button, Heading, Link, List, Paragraph } from '@digdir/designsystemet-react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { DemoMessagesLink } from '#app/components/demo-messages-link.tsx'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { ReachFields } from '#app/components/form/reach-fields.tsx'
import { Notice } from '#app/components/notice.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { requestLink } from '#app/use-cases/request-link.server.ts'
import { formErrors } from '../passport/form-errors.ts'
import { languageOf } from '../request-language.ts'
import { countOrRefuse } from '../too-many.ts'
import { LostLinkForm, lostLinkValues } from './lost-link-form.ts'

const NOTHING = { email: '', mobile: '' }

export const handle = {
  title: 'appointments:lost.title',
  service: 'appointments:service',
} satisfies PageHandle

export function loader({ request, context }: LoaderFunctionArgs) {
  const isAsked = new URL(request.url).searchParams.get('told') === 'asked'
  return { isAsked, isDemo: context.settings.mode === 'demo' }
}

/** Always the same answer: whether a contact has an appointment is nobody's business. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = languageOf(params)
  const values = lostLinkValues(await request.formData())
  const contact = LostLinkForm.safeParse(values)
  if (!contact.success) return data({ errors: formErrors(contact.error), values }, { status: 400 })
  await countOrRefuse(context, language, 'lost-links')
  for (const one of contact.data) await requestLink(context.portal, one)
  return redirect(`/${language}/appointments?told=asked`)
}

/** For someone who has lost the link: it is sent to where the appointment was booked from. */
export default function LostLink() {
  const { isAsked, isDemo } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t, language } = useTexts()
  return (
    <div className="stack">
      <ErrorSummary errors={answer?.errors} />
      {isAsked && !answer ? (
        <Notice color="success" takesFocus>
          <Heading level={2} data-size="xs">
            {t('appointments:lost.sentTitle')}
          </Heading>
          <Paragraph>{t('appointments:lost.sentBody')}</Paragraph>
          {isDemo ? <DemoMessagesLink /> : null}
        </Notice>
      ) : null}
      <StepHeading
        title={t('appointments:lost.title')}
        lead={t('appointments:lost.lead')}
        back={`/${language}`}
      />
      <Form method="post" noValidate className="stack">
        <fieldset className="ds-fieldset stack-small" aria-describedby="lost-hint">
          <legend className="ds-label">{t('appointments:lost.form')}</legend>
          <p id="lost-hint" className="hint">
            {t('appointments:lost.formLead')}
          </p>
          <ReachFields
            values={answer?.values ?? NOTHING}
            errors={answer?.errors}
            labels={{ email: t('appointments:lost.email'), mobile: t('appointments:lost.mobile') }}
          />
        </fieldset>
        <div className="actions">
          <Button type="submit">{t('appointments:lost.submit')}</Button>
        </div>
      </Form>
      <section className="stack-small">
        <Heading level={2} data-size="sm">
          {t('appointments:lost.how')}
        </Heading>
        <List.Unordered>
          <List.Item>{t('appointments:lost.history')}</List.Item>
          <List.Item>{t('appointments:lost.call')}</List.Item>
          <List.Item>{t('appointments:lost.come')}</List.Item>
        </List.Unordered>
      </section>
      <ul className="links">
        <li>
          <Link href="tel:02800">{t('appointments:lost.ring')}</Link>
        </li>
        <li>
          <Link href={`/${language}/passport/book/who`}>{t('appointments:lost.book')}</Link>
        </li>
      </ul>
    </div>
  )
}
