import { Heading, Link } from '@digdir/designsystemet-react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import type { FormError } from '#app/components/form/form-error.ts'
import { LeaveQuickly } from '#app/components/leave-quickly.tsx'
import { FoundOffices } from '#app/components/offices/found-offices.tsx'
import { HowNearest } from '#app/components/offices/how-nearest.tsx'
import { OfficeSearchForm } from '#app/components/offices/office-search-form.tsx'
import { Namesakes } from '#app/components/namesakes.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { PlaceChoices } from '#app/components/place-choices.tsx'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { findOffices } from '#app/use-cases/find-offices.server.ts'
import { placeRules } from '#app/use-cases/place-rules.server.ts'
import { saidInAddress } from '#app/use-cases/said.server.ts'
import { searchPlaces } from '#app/use-cases/search-places.server.ts'
import { afterSensitiveWay } from '../after-sensitive-way.server.ts'
import { searchFrom } from '../passport/booking-answers.ts'
import { listMapOf } from '../passport/map-data.ts'
import { LONGEST_PLACE, namesakeChoices, typedPlaces } from '../typed-place.ts'
import { languageOf } from '../request-language.ts'
import { foundOfficesData } from './found-office-data.ts'
import { officePath, officesPath, readOfficeAnswers } from './office-answers.ts'

/** How many are shown before "show all"; of those of which it is not known whether they fit, fewer. */
const FIRST_ROWS = 10
const FIRST_UNKNOWN = 5

export const handle = {
  title: 'offices:find.title',
} satisfies PageHandle

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { portal } = context
  const after = afterSensitiveWay(request, context)
  const searchParams = after.search()
  const language = languageOf(params)
  const answers = { ...readOfficeAnswers(searchParams), said: saidInAddress(portal, searchParams) }
  const typed = typedPlaces(portal, searchParams.get('typed'))
  const from = searchFrom(answers.at, portal.catalogue.places)
  const base = {
    ...{ answers, ...typed, found: null, leavesQuickly: after.isAfter },
    enhancements: after.enhancements(['place-suggestions', 'use-position']),
  }
  if (!from) return { ...base, titleKey: typed.matches ? ('passport:where.several' as const) : undefined }

  const { fits, unknown } = await findOffices(portal, { ...answers, from: from.point })
  const all = searchParams.has('all')
  const [shown, maybe] = all ? [fits, unknown] : [fits.slice(0, FIRST_ROWS), unknown.slice(0, FIRST_UNKNOWN)]
  const fromMunicipality = from.place?.municipalityNumber ?? null
  const rows = await foundOfficesData(portal, [...shown, ...maybe], { language, fromMunicipality })
  return {
    ...base,
    titleKey: undefined,
    found: {
      from: from.kind,
      place: from.place?.name ?? null,
      namesakes: namesakeChoices(portal, from.place),
      municipality: fromMunicipality,
      isWithoutRoad: fromMunicipality !== null && placeRules(portal).withoutRoad.includes(fromMunicipality),
      listMap: listMapOf(portal, { shown, unknown: maybe, from }, language),
      rows: rows.slice(0, shown.length),
      unknown: rows.slice(shown.length),
      total: fits.length + unknown.length,
      fitting: fits.length,
      isWhole: shown.length === fits.length && maybe.length === unknown.length,
    },
  }
}

/** Words that are typed go by POST; the place that they mean stands in the address. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = languageOf(params)
  const posted = await request.formData()
  const { hide } = afterSensitiveWay(request, context)
  const text = (name: string) => String(posted.get(name) ?? '').trim()
  const said = saidInAddress(context.portal, new URL(request.url).searchParams)
  const wish = { ...readOfficeAnswers({ get: (name) => text(name) || null }), said }
  const typed = text('place')
  const refuse = (message: FormError) =>
    data({ errors: { place: message }, typed: typed.slice(0, LONGEST_PLACE), answers: wish }, { status: 400 })

  if (typed === '') return redirect(hide(officesPath(language, { ...wish, at: 'country' })))
  if (typed.length > LONGEST_PLACE) return refuse('validation:place.too-long')
  const answer = searchPlaces(context.portal, typed)
  switch (answer.found) {
    case 'one':
      return redirect(hide(officesPath(language, { ...wish, at: answer.place.id })))
    case 'several':
      return redirect(hide(officesPath(language, { ...wish, at: null }, { typed })))
    case 'none':
      return refuse(`validation:place.${answer.reason}`)
    default:
      return answer satisfies never
  }
}

/** Where one can meet the police: near a place, for what one needs, open now. */
export default function FindOffice() {
  const loaded = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { t, language } = useTexts()
  const { matches, exact, typed } = loaded
  const found = failed ? null : loaded.found
  const answers = failed?.answers ?? loaded.answers
  const pathAt = (at: string) => officesPath(language, { ...answers, at })

  return (
    <div className="stack">
      <ErrorSummary errors={failed?.errors} />
      <StepHeading title={t('offices:find.title')} lead={found ? undefined : t('offices:find.lead')} />
      {loaded.leavesQuickly ? <LeaveQuickly /> : null}
      {matches ? (
        <PlaceChoices places={matches} exact={exact} typed={typed} pathOf={({ id }) => pathAt(id)} />
      ) : null}
      {found ? (
        <>
          <Namesakes places={found.namesakes} pathOf={({ id }) => pathAt(id)} />
          <FoundOffices {...found} wish={answers} pathOf={(id) => officePath(language, id, answers)} />
          {found.isWhole ? null : (
            <p className="links">
              <Link href={officesPath(language, answers, { all: '1' })}>
                {t('passport:office.showAll', { count: found.total })}
              </Link>
            </p>
          )}
          <HowNearest />
          <Heading level={2} data-size="sm">
            {t('offices:find.again')}
          </Heading>
        </>
      ) : null}
      <OfficeSearchForm
        {...answers}
        place={failed?.typed ?? typed ?? found?.place ?? ''}
        error={failed?.errors.place}
        action={officesPath(language, { said: answers.said })}
        positionPath={pathAt('position-')}
      />
      <ul className="links">
        {found?.from === 'country' ? null : (
          <li>
            <Link href={pathAt('country')}>{t('offices:find.country')}</Link>
          </li>
        )}
        <li>
          <Link href={`/${language}/contact${found?.municipality ? `/${found.municipality}` : ''}`}>
            {t('offices:find.contact')}
          </Link>
        </li>
      </ul>
    </div>
  )
}
