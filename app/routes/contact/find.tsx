import { Button, Link } from '@digdir/designsystemet-react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import type { FormError } from '#app/components/form/form-error.ts'
import { PlaceField } from '#app/components/form/place-field.tsx'
import { LeaveQuickly } from '#app/components/leave-quickly.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { PlaceChoices } from '#app/components/place-choices.tsx'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { searchPlaces } from '#app/use-cases/search-places.server.ts'
import { afterSensitiveWay } from '../after-sensitive-way.server.ts'
import { languageOf } from '../request-language.ts'
import { LONGEST_PLACE, typedPlaces } from '../typed-place.ts'
import { contactPath } from './contact-path.ts'

export const handle = { title: 'contact:find.title' } satisfies PageHandle

export function loader({ request, context }: LoaderFunctionArgs) {
  const after = afterSensitiveWay(request, context)
  return {
    ...typedPlaces(context.portal, after.search().get('typed')),
    leavesQuickly: after.isAfter,
    enhancements: after.enhancements(['place-suggestions']),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = languageOf(params)
  const typed = String((await request.formData()).get('place') ?? '').trim()
  const refuse = (message: FormError) =>
    data({ errors: { place: message }, typed: typed.slice(0, LONGEST_PLACE) }, { status: 400 })
  if (typed.length > LONGEST_PLACE) return refuse('validation:place.too-long')
  const answer = searchPlaces(context.portal, typed)
  switch (answer.found) {
    case 'one':
      return redirect(contactPath(language, answer.place.municipalityNumber))
    case 'several':
      return redirect(
        afterSensitiveWay(request, context).hide(
          `${contactPath(language)}?${new URLSearchParams({ typed })}`,
        ),
      )
    case 'none':
      return refuse(`validation:place.${answer.reason}`)
    default:
      return answer satisfies never
  }
}

/** Which municipality is one's own? */
export default function FindContact() {
  const { typed, matches, exact, leavesQuickly } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { t, language } = useTexts()
  return (
    <div className="stack">
      <ErrorSummary errors={failed?.errors} />
      <StepHeading title={t('contact:find.title')} lead={t('contact:find.lead')} />
      {leavesQuickly ? <LeaveQuickly /> : null}
      {matches && !failed ? (
        <PlaceChoices
          places={matches}
          exact={exact}
          typed={typed}
          pathOf={({ municipalityNumber }) => contactPath(language, municipalityNumber)}
        />
      ) : null}
      <Form method="post" noValidate className="stack">
        <PlaceField
          label={t('passport:where.label')}
          value={failed?.typed ?? typed ?? ''}
          error={failed?.errors.place}
          required
        />
        <div className="actions">
          <Button type="submit">{t('contact:find.submit')}</Button>
        </div>
      </Form>
      <p className="links">
        <Link href={`/${language}/offices`}>{t('contact:find.offices')}</Link>
      </p>
    </div>
  )
}
