import { Button, Link } from '@digdir/designsystemet-react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { ChoiceGroup } from '#app/components/form/choice-group.tsx'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { RequiredNote } from '#app/components/form/required-note.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { ChangeNotice } from '#app/components/passport/change-notice.tsx'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { GUARDIAN_ANSWERS, type GuardianAnswer } from '#app/domain/passport/person.ts'
import { childrenAmong } from '#app/use-cases/guardians.server.ts'
import { languageOf } from '../request-language.ts'
import { changeData } from './appointment-change.ts'
import { bookingPath } from './booking-answers.ts'
import { pathAfterPeople, readAnswers, stepOf } from './booking-steps.server.ts'
import { guardiansQuestions, readGuardiansForm } from './guardians-form.server.ts'

export const handle = {
  title: 'people:guardians.title',
  service: 'passport:service',
} satisfies PageHandle

export async function loader({ request, params, context: { portal } }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const language = languageOf(params)
  const answers = readAnswers(portal, url)
  const children = childrenAmong(answers.people).length
  if (children === 0) throw redirect(pathAfterPeople(language, answers))
  return {
    titleOptions: { count: children },
    step: stepOf('guardians', answers.people),
    answers,
    questions: guardiansQuestions(answers.people, url.searchParams.has('each')),
    children,
    change: await changeData(portal, answers.change, language),
  }
}

export async function action({ request, params, context: { portal } }: ActionFunctionArgs) {
  const url = new URL(request.url)
  const answers = readAnswers(portal, url)
  const questions = guardiansQuestions(answers.people, url.searchParams.has('each'))
  const form = readGuardiansForm(await request.formData(), answers.people, questions)
  if (!form.ok) return data(form, { status: 400 })
  return redirect(pathAfterPeople(languageOf(params), { ...answers, people: form.people }))
}

/** The names of the two fields of a set. */
function fieldsOf({ suffix }: { suffix: string }) {
  return { first: `first${suffix}`, second: `second${suffix}` }
}

const SECOND_ANSWERS = [...GUARDIAN_ANSWERS, 'sole'] as const

/** Who consents and who comes along, for all children at once or for each. */
export default function GuardiansPage() {
  const { titleOptions, step, answers, questions: asked, children, change } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { t, language } = useTexts()
  const questions = failed?.questions ?? asked
  const each = questions.length > 1
  const fields = questions.map((question) => ({ ...question, ...fieldsOf(question) }))
  const choice = (value: GuardianAnswer | 'sole') => ({
    value,
    label: t(`people:guardians.answer.${value}`),
    ...(value === 'comes-along' ? {} : { hint: t(`people:guardians.hint.${value}`) }),
  })

  return (
    <div className="stack">
      <ErrorSummary errors={failed?.errors} />
      <ChangeNotice change={change} hold={answers.hold} />
      <StepHeading
        title={t('people:guardians.title', titleOptions)}
        lead={t('people:guardians.lead')}
        step={step}
        back={bookingPath(language, 'who', answers)}
      />
      <Form method="post" noValidate className="stack">
        <RequiredNote text={t('common:required.all')} />
        {fields.map(({ first, second, number, answers: given }) => (
          <div key={first} className="stack">
            <ChoiceGroup
              type="radio"
              name={first}
              legend={
                number === null ? t('people:guardians.first') : t('people:guardians.firstOf', { number })
              }
              choices={GUARDIAN_ANSWERS.map(choice)}
              chosen={[given.first]}
              error={failed?.errors[first]}
            />
            <ChoiceGroup
              type="radio"
              name={second}
              legend={
                number === null ? t('people:guardians.second') : t('people:guardians.secondOf', { number })
              }
              choices={SECOND_ANSWERS.map(choice)}
              chosen={[given.second]}
              error={failed?.errors[second]}
            />
          </div>
        ))}
        <div>
          <Button type="submit">{t('people:guardians.submit')}</Button>
        </div>
      </Form>
      {children > 1 ? (
        <p className="links">
          <Link
            href={
              each
                ? bookingPath(language, 'guardians', {
                    ...answers,
                    people: answers.people.map(withoutGuardians),
                  })
                : bookingPath(language, 'guardians', answers, { each: '1' })
            }
          >
            {each ? t('people:guardians.together') : t('people:guardians.separate')}
          </Link>
        </p>
      ) : null}
    </div>
  )
}

function withoutGuardians<P extends object>(person: P): P & { guardians: null } {
  return { ...person, guardians: null }
}
