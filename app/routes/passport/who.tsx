import { Paragraph } from '@digdir/designsystemet-react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ChangeNotice } from '#app/components/passport/change-notice.tsx'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { PeopleList } from '#app/components/passport/people-list.tsx'
import { PersonForm } from '#app/components/passport/person-form.tsx'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { AGE_GROUPS, DOCUMENTS, MOST_PEOPLE, NEEDS, type Person } from '#app/domain/passport/person.ts'
import { withGuardians } from '#app/use-cases/guardians.server.ts'
import { languageOf } from '../request-language.ts'
import { changeData } from './appointment-change.ts'
import { bookingPath } from './booking-answers.ts'
import { groupParameter, pathAfterPeople, readAnswers, readGroup, stepOf } from './booking-steps.server.ts'
import { formErrors } from './form-errors.ts'

export const handle = {
  title: 'passport:who.title',
  service: 'passport:service',
} satisfies PageHandle

export async function loader({ request, params, context: { portal } }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const language = languageOf(params)
  const answers = readAnswers(portal, url)
  const index = editedIndex(url, answers.people.length)
  return {
    titleKey: titleKeyOf(index, answers.people.length),
    titleOptions: { number: (index ?? 0) + 1 },
    step: stepOf('who', answers.people),
    answers,
    nextPath: pathAfterPeople(language, answers),
    /** How many there are to be, as far as is known. */
    group: readGroup(url),
    /** Whose form is shown; null shows the list of all. */
    index,
    change: await changeData(portal, answers.change, language),
  }
}

const WhoForm = z.object({
  age: z.enum(AGE_GROUPS, 'validation:age.required'),
  document: z.enum(DOCUMENTS, 'validation:document.required'),
  need: z.array(z.enum(NEEDS)).catch([]),
})

export async function action({ request, params, context: { portal } }: ActionFunctionArgs) {
  const url = new URL(request.url)
  const language = languageOf(params)
  const answers = readAnswers(portal, url)
  const posted = await request.formData()
  const values = {
    age: String(posted.get('age') ?? ''),
    document: String(posted.get('document') ?? ''),
    need: posted.getAll('need').map(String),
  }
  const form = WhoForm.safeParse(values)
  if (!form.success) return data({ errors: formErrors(form.error), values }, { status: 400 })

  const index = editedIndex(url, answers.people.length) ?? answers.people.length
  const { age: ageGroup, document, need: needs } = form.data
  const guardians = answers.people[index]?.guardians ?? null
  const person = withGuardians({ ageGroup, document, needs, guardians }, guardians)
  const people = answers.people.toSpliced(index, 1, person)
  const changed = { ...answers, people }
  const group = readGroup(url)
  const isAnother = posted.get('then') === 'add' || people.length < group
  if (isAnother && people.length < MOST_PEOPLE) {
    const more = { edit: String(people.length + 1), ...groupParameter(group) }
    return redirect(bookingPath(language, 'who', changed, more))
  }
  const wasChanged = index < answers.people.length && people.length > 1
  return redirect(wasChanged ? bookingPath(language, 'who', changed) : pathAfterPeople(language, changed))
}

/** Whose form the address asks for, from 0; the first one's while nobody is there; null for the list. */
function editedIndex(url: URL, people: number): number | null {
  if (people === 0) return 0
  const edit = Number(url.searchParams.get('edit'))
  return Number.isInteger(edit) && edit >= 1 && edit <= Math.min(people + 1, MOST_PEOPLE) ? edit - 1 : null
}

function titleKeyOf(index: number | null, people: number) {
  if (index === null) return 'passport:who.titleList' as const
  if (index === 0 && people <= 1) return 'passport:who.title' as const
  return index === people ? ('passport:who.titleNext' as const) : ('passport:who.titleChange' as const)
}

export default function Who() {
  const { titleKey, titleOptions, step, answers, nextPath, group, index, change } =
    useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { t, language } = useTexts()
  const { people } = answers
  const person = index === null ? undefined : people[index]
  const path = (changed: readonly Person[], more = {}) =>
    bookingPath(language, 'who', { ...answers, people: changed }, more)
  const isOneOfMore = index !== null && index + 1 < group
  const lead =
    group > 1 ? t('passport:who.leadGroup', { count: group }) : t('passport:who.lead', { most: MOST_PEOPLE })
  const backFromList = answers.hold
    ? `/${language}/passport/book/${answers.hold}/review`
    : answers.change
      ? `/${language}/appointments/${answers.change}`
      : `/${language}/passport`

  // Who comes from the guide may begin with the list.
  const isFirstPage = change === null && (people.length === 0 || (people.length === 1 && index === null))
  return (
    <div className="stack">
      <ErrorSummary errors={failed?.errors} />
      <ChangeNotice change={change} hold={answers.hold} />
      <StepHeading
        title={t(titleKey, titleOptions)}
        lead={index === 0 && people.length <= 1 ? lead : undefined}
        step={step}
        back={index === null || people.length === 0 ? backFromList : path(people)}
      />
      {isFirstPage ? <Paragraph>{t('passport:citizens')}</Paragraph> : null}
      {index === null || index === people.length ? (
        <PeopleList
          people={people}
          changePath={(number) => path(people, { edit: String(number) })}
          removePath={(number) => path(people.toSpliced(number - 1, 1))}
          next={
            index === null
              ? {
                  add: path(people, { edit: String(people.length + 1) }),
                  on: nextPath,
                }
              : null
          }
        />
      ) : null}
      {index === null ? null : (
        <PersonForm
          values={
            failed?.values ?? {
              age: person?.ageGroup ?? '',
              // A family mostly wants the same for all.
              document: person?.document ?? people.at(-1)?.document ?? '',
              need: person?.needs ?? [],
            }
          }
          errors={failed?.errors}
          canAdd={!isOneOfMore && (index === people.length || people.length === 1) && index + 1 < MOST_PEOPLE}
        />
      )}
    </div>
  )
}
