import { Details, Heading, Link, Paragraph } from '@digdir/designsystemet-react'
import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Notice } from '#app/components/notice.tsx'
import { allOf } from '#app/components/passport/all-of.ts'
import { BestOffices } from '#app/components/passport/best-offices.tsx'
import { ChangeNotice } from '#app/components/passport/change-notice.tsx'
import { ChosenFilters } from '#app/components/passport/chosen-filters.tsx'
import { nothingWords } from '#app/components/passport/filter-words.ts'
import { FilterForm } from '#app/components/passport/filter-form.tsx'
import { NothingFits } from '#app/components/passport/nothing-fits.tsx'
import { OfficeList as Offices } from '#app/components/passport/office-list.tsx'
import { Namesakes } from '#app/components/namesakes.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { NO_FILTER } from '#app/domain/scheduling/search-filter.ts'
import { formatDistance } from '#app/i18n/format.ts'
import type { OfficeTime } from '#app/use-cases/earliest-times.server.ts'
import { filteredTimes } from '#app/use-cases/filtered-times.server.ts'
import { passportRules } from '#app/use-cases/portal.server.ts'
import { needOf } from '#app/use-cases/stay.server.ts'
import { languageOf } from '../request-language.ts'
import { namesakeChoices } from '../typed-place.ts'
import { changeData } from './appointment-change.ts'
import { bookingPath, searchFrom } from './booking-answers.ts'
import { openQuestion, readAnswers, stepOf } from './booking-steps.server.ts'
import { listMapOf } from './map-data.ts'
import { officeRowsIn } from './office-row-data.ts'

/** How many offices are shown before "show all". */
const FIRST_ROWS = 10
/** How many of those that may or may not fit. */
const FIRST_UNKNOWN = 5

/** Municipality number of Svalbard, where the Governor issues passports. */
const SVALBARD = '2100'

export const handle = {
  title: 'passport:office.pageTitle',
  service: 'passport:service',
} satisfies PageHandle

export async function loader({ request, params, context: { portal } }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const language = languageOf(params)
  const answers = readAnswers(portal, url)
  const open = openQuestion(answers)
  if (open) throw redirect(bookingPath(language, open, answers))
  const from = searchFrom(answers.at, portal.catalogue.places)
  if (!from) throw redirect(bookingPath(language, 'where', { ...answers, at: null }))

  const rules = passportRules(portal)
  const need = needOf(portal, answers.people)
  const times = await filteredTimes(portal, { need, from: from.point, filter: answers.filter })
  const row = officeRowsIn(portal, language, need)
  const offices = from.point ? times.offices : [...times.offices].sort(byTime)
  const showAll = url.searchParams.has('all')
  const governor = [...portal.catalogue.offices.values()].find(({ kind }) => kind === 'governor')
  const shown = showAll ? offices : offices.slice(0, FIRST_ROWS)
  const unknown = showAll ? times.unknown : times.unknown.slice(0, FIRST_UNKNOWN)
  return {
    step: stepOf('office', answers.people),
    answers: { ...answers, filter: times.filter },
    choices: times.choices,
    chosen: times.chosen,
    fitting: times.fitting,
    looser: times.looser.map(({ first, ...rest }) => ({ ...rest, first: first && row(first) })),
    change: await changeData(portal, answers.change, language),
    listMap: listMapOf(portal, { shown, unknown, from }, language),
    from: from.kind,
    placeName: from.place?.name ?? null,
    namesakes: namesakeChoices(portal, from.place),
    governor: from.place?.municipalityNumber === SVALBARD ? { phone: governor?.phone ?? '02800' } : null,
    windowDays: rules.bookingWindowDays,
    reachKm: times.reachKm,
    anywhere: times.anywhere && row(times.anywhere),
    withinReach: times.withinReach && row(times.withinReach),
    nearest: times.nearest && row(times.nearest),
    offices: shown.map(row),
    unknown: unknown.map(row),
    total: offices.length + times.unknown.length,
    isWhole: shown.length === offices.length && unknown.length === times.unknown.length,
    coming: times.coming.map(({ office, distanceKm }) => ({ name: office.name, id: office.id, distanceKm })),
  }
}

function byTime(a: OfficeTime, b: OfficeTime): number {
  return (a.earliest ?? Infinity) - (b.earliest ?? Infinity)
}

export default function OfficeList() {
  const loaded = useLoaderData<typeof loader>()
  const { answers, chosen, from, placeName, governor, windowDays, reachKm, offices, unknown, coming } = loaded
  const { filter } = answers
  const size = answers.people.length
  const isFiltered = chosen.length > 0
  const { t, language } = useTexts()
  const reach = formatDistance(reachKm, language)
  const listPath = (filter: typeof answers.filter) => bookingPath(language, 'office', { ...answers, filter })
  const listTitle = isFiltered
    ? t('see:chosen.list')
    : t(from === 'country' ? 'passport:office.allCountry' : 'passport:office.all')
  const timePath = (officeId: string) => bookingPath(language, 'time', { ...answers, officeId })
  const title =
    from === 'place'
      ? t('passport:office.titleNear', { place: placeName ?? '' })
      : from === 'position'
        ? t('passport:office.titlePosition')
        : t('passport:office.titleCountry')

  return (
    <div className="stack">
      <ChangeNotice change={loaded.change} hold={answers.hold} />
      <StepHeading
        title={title}
        lead={from === 'country' ? t('passport:office.leadCountry') : t('passport:office.lead')}
        step={loaded.step}
        back={bookingPath(language, 'where', { ...answers, at: null })}
      />
      <Namesakes
        places={loaded.namesakes}
        pathOf={({ id }) => bookingPath(language, 'office', { ...answers, at: id })}
      />
      {governor ? (
        <Notice color="info">
          <Heading level={2} data-size="2xs">
            {t('passport:office.svalbard.title')}
          </Heading>
          <Paragraph>{t('passport:office.svalbard.body', { phone: governor.phone })}</Paragraph>
        </Notice>
      ) : null}
      <FilterForm filter={filter} choices={loaded.choices} path={listPath(NO_FILTER)} />
      <ChosenFilters
        filter={filter}
        eveningFrom={loaded.choices.eveningFrom}
        fitting={loaded.fitting}
        pathWithout={(part) => listPath(chosen.find((one) => one.part === part)?.without ?? NO_FILTER)}
      />
      {loaded.anywhere || isFiltered ? null : (
        <Notice color="warning">
          <Paragraph>
            {size > 1
              ? t('people:times.nothingAnywhere', { all: allOf(size, t), days: windowDays })
              : t('passport:office.nothingAnywhere', { days: windowDays })}
          </Paragraph>
        </Notice>
      )}
      {from !== 'country' && loaded.anywhere && !loaded.withinReach ? (
        <Paragraph>
          {isFiltered
            ? `${nothingWords({ ...filter, withinKm: reachKm }, { t, language })}. ${t('see:chosen.nearestBelow')}`
            : t('passport:office.nothingNear', { reach })}
        </Paragraph>
      ) : null}
      {from === 'country' || loaded.fitting === 0 ? null : (
        <BestOffices {...loaded} reach={reach} timePath={timePath} />
      )}
      {isFiltered && loaded.fitting === 0 ? (
        <NothingFits
          filter={filter}
          looser={loaded.looser.map((one) => ({ ...one, href: listPath(one.filter) }))}
        />
      ) : null}
      <Offices
        title={listTitle}
        rows={offices}
        unknown={unknown}
        evening={filter.evening}
        listMap={loaded.listMap}
        place={placeName}
        windowDays={windowDays}
        timePath={timePath}
      />
      {loaded.isWhole ? null : (
        <p className="links">
          <Link href={bookingPath(language, 'office', answers, { all: '1' })}>
            {t('passport:office.showAll', { count: loaded.total })}
          </Link>
        </p>
      )}
      <p className="links">
        <Link href={bookingPath(language, 'where', { ...answers, at: null })}>
          {t('passport:office.changePlace')}
        </Link>
      </p>
      <Details>
        <Details.Summary>{t('passport:office.coming', { count: coming.length })}</Details.Summary>
        <Details.Content>
          <Paragraph>{t('passport:office.comingLead')}</Paragraph>
          <ul>
            {coming.map(({ id, name, distanceKm }) => (
              <li key={id}>
                {name}
                {distanceKm === null ? null : `, ${formatDistance(distanceKm, language)}`}
              </li>
            ))}
          </ul>
        </Details.Content>
      </Details>
    </div>
  )
}
