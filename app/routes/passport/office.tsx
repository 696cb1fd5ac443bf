import { Details, Heading, Link, Paragraph } from '@digdir/designsystemet-react'
import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Notice } from '#app/components/notice.tsx'
import { BestOffices } from '#app/components/passport/best-offices.tsx'
import { ChangeNotice } from '#app/components/passport/change-notice.tsx'
import { OfficeMap } from '#app/components/passport/office-map.tsx'
import { OfficeRow } from '#app/components/passport/office-row.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { formatDistance } from '#app/i18n/format.ts'
import { earliestTimes, type OfficeTime } from '#app/use-cases/earliest-times.server.ts'
import { passportRules } from '#app/use-cases/portal.server.ts'
import { needOf } from '#app/use-cases/stay.server.ts'
import { languageOf } from '../request-language.ts'
import { changeData } from './appointment-change.ts'
import { bookingPath, searchFrom } from './booking-answers.ts'
import { openQuestion, readAnswers, stepOf } from './booking-steps.server.ts'
import { officeRowsIn } from './office-row-data.ts'

/** How many offices are shown before "show all". */
const FIRST_ROWS = 10

/** Municipality number of Svalbard, where the Governor issues passports. */
const SVALBARD = '2100'

export const handle = {
  title: 'passport:office.pageTitle',
  service: 'passport:service',
} satisfies PageHandle

export async function loader({ request, params, context: { portal } }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const language = languageOf(params)
  const answers = readAnswers(url)
  const open = openQuestion(answers)
  if (open) throw redirect(bookingPath(language, open, answers))
  const from = searchFrom(answers.at, portal.catalogue.places)
  if (!from) throw redirect(bookingPath(language, 'where', { ...answers, at: null }))

  const rules = passportRules(portal)
  const need = needOf(portal, answers.people)
  const times = await earliestTimes(portal, { need, from: from.point })
  const row = officeRowsIn(portal, language, need)
  const offices = from.point ? times.offices : [...times.offices].sort(byTime)
  const showAll = url.searchParams.has('all')
  const governor = [...portal.catalogue.offices.values()].find(({ kind }) => kind === 'governor')
  const shown = showAll ? offices : offices.slice(0, FIRST_ROWS)
  const map = portal.drawMap(
    shown.map(({ office: { latitude, longitude } }, index) => ({ id: index + 1, latitude, longitude })),
    from.point,
  )
  return {
    step: stepOf('office', answers.people),
    answers,
    change: await changeData(portal, answers.change, language),
    map,
    from: from.kind,
    placeName: from.place?.name ?? null,
    governor: from.place?.municipalityNumber === SVALBARD ? { phone: governor?.phone ?? '02800' } : null,
    windowDays: rules.bookingWindowDays,
    reachKm: times.reachKm,
    anywhere: times.anywhere && row(times.anywhere),
    withinReach: times.withinReach && row(times.withinReach),
    nearest: times.nearest && row(times.nearest),
    offices: shown.map(row),
    total: offices.length,
    showAll,
    coming: times.coming.map(({ office, distanceKm }) => ({ name: office.name, id: office.id, distanceKm })),
  }
}

function byTime(a: OfficeTime, b: OfficeTime): number {
  return (a.earliest ?? Infinity) - (b.earliest ?? Infinity)
}

export default function OfficeList() {
  const loaded = useLoaderData<typeof loader>()
  const { answers, from, placeName, governor, windowDays, reachKm, offices, total, showAll, coming } = loaded
  const { t, language } = useTexts()
  const reach = formatDistance(reachKm, language)
  const timePath = (officeId: string) => bookingPath(language, 'time', { ...answers, officeId })
  const title =
    from === 'place'
      ? t('passport:office.titleNear', { place: placeName ?? '' })
      : from === 'position'
        ? t('passport:office.titlePosition')
        : t('passport:office.titleCountry')

  return (
    <div className="stack">
      <ChangeNotice change={loaded.change} />
      <StepHeading
        title={title}
        lead={from === 'country' ? t('passport:office.leadCountry') : t('passport:office.lead')}
        step={loaded.step}
        back={bookingPath(language, 'where', { ...answers, at: null })}
      />
      {governor ? (
        <Notice color="info">
          <Heading level={2} data-size="2xs">
            {t('passport:office.svalbard.title')}
          </Heading>
          <Paragraph>{t('passport:office.svalbard.body', { phone: governor.phone })}</Paragraph>
        </Notice>
      ) : null}
      {loaded.anywhere ? null : (
        <Notice color="warning">
          <Paragraph>{t('passport:office.nothingAnywhere', { days: windowDays })}</Paragraph>
        </Notice>
      )}
      {from !== 'country' && loaded.anywhere && !loaded.withinReach ? (
        <Paragraph>{t('passport:office.nothingNear', { reach })}</Paragraph>
      ) : null}
      {from === 'country' ? null : <BestOffices {...loaded} reach={reach} timePath={timePath} />}
      <section className="stack-small" aria-labelledby="all-offices">
        <Heading level={2} data-size="sm" id="all-offices">
          {from === 'country' ? t('passport:office.allCountry') : t('passport:office.all')}
        </Heading>
        <OfficeMap map={loaded.map} place={placeName} />
        <ul className="rows">
          {offices.map((row, index) => (
            <li key={row.office.id}>
              <OfficeRow {...row} number={index + 1} href={timePath(row.office.id)} windowDays={windowDays} />
            </li>
          ))}
        </ul>
        {showAll ? null : (
          <p className="links">
            <Link href={bookingPath(language, 'office', answers, { all: '1' })}>
              {t('passport:office.showAll', { count: total })}
            </Link>
          </p>
        )}
      </section>
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
