import { Button, Heading, Link } from '@digdir/designsystemet-react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import type { FormError } from '#app/components/form/form-error.ts'
import { PlaceField } from '#app/components/form/place-field.tsx'
import { PositionButton } from '#app/components/form/position-button.tsx'
import { RequiredNote } from '#app/components/form/required-note.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { ChangeNotice } from '#app/components/passport/change-notice.tsx'
import { ConsentNotice } from '#app/components/passport/consent-notice.tsx'
import { peopleWithTakes } from '#app/components/passport/people-facts.tsx'
import { WhatItTakesCard } from '#app/components/passport/what-it-takes-card.tsx'
import { PlaceRows } from '#app/components/place-rows.tsx'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { searchPlaces } from '#app/use-cases/search-places.server.ts'
import { takesOf } from '#app/use-cases/stay.server.ts'
import { languageOf } from '../request-language.ts'
import { LONGEST_PLACE, typedPlaces } from '../typed-place.ts'
import { changeData } from './appointment-change.ts'
import { bookingPath } from './booking-answers.ts'
import { openQuestion, readAnswers, stepOf } from './booking-steps.server.ts'

export const handle = {
  title: 'passport:where.title',
  service: 'passport:service',
  enhancements: ['place-suggestions', 'use-position'],
} satisfies PageHandle

export async function loader({ request, params, context: { portal } }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const language = languageOf(params)
  const answers = readAnswers(portal, url)
  const open = openQuestion(answers)
  if (open) throw redirect(bookingPath(language, open, answers))

  const { typed, matches, exact } = typedPlaces(portal, url.searchParams.get('typed'))
  return {
    titleKey: matches ? ('passport:where.several' as const) : ('passport:where.title' as const),
    step: stepOf('where', answers.people),
    answers,
    typed: typed ?? '',
    takes: takesOf(portal, answers.people),
    change: await changeData(portal, answers.change, language),
    exact,
    matches: matches ?? [],
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = languageOf(params)
  const answers = readAnswers(context.portal, new URL(request.url))
  const typed = String((await request.formData()).get('place') ?? '').trim()
  const refuse = (message: FormError) =>
    data({ errors: { place: message }, typed: typed.slice(0, LONGEST_PLACE) }, { status: 400 })

  if (typed.length > LONGEST_PLACE) return refuse('validation:place.too-long')
  const answer = searchPlaces(context.portal, typed)
  switch (answer.found) {
    case 'one':
      return redirect(bookingPath(language, 'office', { ...answers, at: answer.place.id, officeId: null }))
    case 'several':
      return redirect(bookingPath(language, 'where', answers, { typed }))
    case 'none':
      return refuse(`validation:place.${answer.reason}`)
    default:
      return answer satisfies never
  }
}

export default function Where() {
  const { titleKey, step, answers, takes, typed, matches, exact, change } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { t, language } = useTexts()
  const officePath = (at: string) => bookingPath(language, 'office', { ...answers, at, officeId: null })
  const asksGuardians = takes.each.some(({ guardianComesAlong }) => guardianComesAlong)
  const people = peopleWithTakes(answers.people, takes.each)
  const severalLead = exact
    ? t('passport:where.severalLead', { typed })
    : t('passport:where.similarLead', { typed })

  return (
    <div className="stack">
      <ErrorSummary errors={failed?.errors} />
      <ChangeNotice change={change} hold={answers.hold} />
      <StepHeading
        title={t(titleKey)}
        lead={matches.length > 0 ? severalLead : undefined}
        step={step}
        back={bookingPath(language, asksGuardians ? 'guardians' : 'who', answers)}
      />
      <ConsentNotice people={people} changePath={bookingPath(language, 'guardians', answers)} />
      {matches.length > 0 ? (
        <>
          <PlaceRows places={matches} pathOf={({ id }) => officePath(id)} />
          <Heading level={2} data-size="sm">
            {t('passport:where.other')}
          </Heading>
        </>
      ) : null}
      <Form method="post" noValidate className="stack">
        <RequiredNote text={t('passport:where.required')} />
        <PlaceField
          label={t('passport:where.label')}
          value={failed?.typed ?? typed}
          error={failed?.errors.place}
          required
        />
        <div className="actions">
          <Button type="submit">{t('passport:where.submit')}</Button>
          <PositionButton path={officePath('position-')} />
        </div>
        <p id="position-status" role="status" className="status" />
      </Form>
      <p className="links">
        <Link href={officePath('country')}>{t('passport:where.country')}</Link>
      </p>
      <WhatItTakesCard people={answers.people} takes={takes} />
    </div>
  )
}
