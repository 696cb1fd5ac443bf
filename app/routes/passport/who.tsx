import { Button } from '@digdir/designsystemet-react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ChoiceGroup } from '#app/components/form/choice-group.tsx'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { AGE_GROUPS, DOCUMENTS, NEEDS } from '#app/domain/passport/person.ts'
import { languageOf } from '../request-language.ts'
import { bookingPath, readAnswers } from './booking-answers.ts'
import { formErrors } from './form-errors.ts'

const STEP = { step: 1, of: 6 }

export const handle = {
  title: 'passport:who.title',
  service: 'passport:service',
  step: STEP,
} satisfies PageHandle

export async function loader({ request }: LoaderFunctionArgs) {
  return readAnswers(new URL(request.url))
}

const WhoForm = z.object({
  age: z.enum(AGE_GROUPS, 'validation:age.required'),
  document: z.enum(DOCUMENTS, 'validation:document.required'),
  need: z.array(z.enum(NEEDS)).catch([]),
})

export async function action({ request, params }: ActionFunctionArgs) {
  const posted = await request.formData()
  const values = {
    age: String(posted.get('age') ?? ''),
    document: String(posted.get('document') ?? ''),
    need: posted.getAll('need').map(String),
  }
  const form = WhoForm.safeParse(values)
  if (!form.success) return data({ errors: formErrors(form.error), values }, { status: 400 })

  const person = { ageGroup: form.data.age, document: form.data.document, needs: form.data.need }
  const answers = { ...readAnswers(new URL(request.url)), person }
  // Someone who changes the person after choosing an office chooses anew there: the length may be another.
  return redirect(bookingPath(languageOf(params), answers.officeId ? 'time' : 'where', answers))
}

export default function Who() {
  const answers = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { t, language } = useTexts()
  const values = failed?.values ?? {
    age: answers.person?.ageGroup ?? '',
    document: answers.person?.document ?? '',
    need: answers.person?.needs ?? [],
  }

  return (
    <div className="stack">
      <ErrorSummary errors={failed?.errors} />
      <StepHeading
        title={t('passport:who.title')}
        lead={t('passport:who.lead')}
        step={STEP}
        back={answers.hold ? `/${language}/passport/book/${answers.hold}/review` : `/${language}/passport`}
      />
      <Form method="post" noValidate className="stack">
        <ChoiceGroup
          type="radio"
          name="age"
          legend={t('passport:who.age')}
          choices={AGE_GROUPS.map((group) => ({ value: group, label: t(`passport:age.${group}`) }))}
          chosen={[values.age]}
          error={failed?.errors.age}
        />
        <ChoiceGroup
          type="radio"
          name="document"
          legend={t('passport:who.document')}
          choices={DOCUMENTS.map((document) => ({
            value: document,
            label: t(`passport:document.${document}`),
            hint: t(`passport:documentHint.${document}`),
          }))}
          chosen={[values.document]}
          error={failed?.errors.document}
        />
        <ChoiceGroup
          type="checkbox"
          name="need"
          legend={
            <>
              {`${t('passport:who.needs')} `}
              <span className="optional">{t('common:optional')}</span>
            </>
          }
          hint={t('passport:who.needsHint')}
          choices={NEEDS.map((need) => ({ value: need, label: t(`passport:need.${need}`) }))}
          chosen={values.need}
        />
        <div>
          <Button type="submit">{t('passport:who.submit')}</Button>
        </div>
      </Form>
    </div>
  )
}
