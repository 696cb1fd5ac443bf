import { Heading, Link, List, Paragraph } from '@digdir/designsystemet-react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LeaveQuickly } from '#app/components/leave-quickly.tsx'
import { Notice } from '#app/components/notice.tsx'
import { centreDistance } from '#app/components/offices/centre-distance.ts'
import { HowNearest } from '#app/components/offices/how-nearest.tsx'
import { OfficeFacts } from '#app/components/offices/office-facts.tsx'
import { OfficeHours } from '#app/components/offices/office-hours.tsx'
import { officeTitle } from '#app/components/offices/office-title.ts'
import { openWords } from '#app/components/offices/open-words.ts'
import type { PageHandle } from '#app/components/page-handle.ts'
import { distanceWords } from '#app/components/passport/distance-words.ts'
import { BusStrip } from '#app/components/passport/bus-strip.tsx'
import { OfficeMap } from '#app/components/passport/office-map.tsx'
import { queuePath } from '#app/components/queue/queue-path.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { translator } from '#app/i18n/i18n.ts'
import { ONE_ADULT } from '#app/use-cases/find-offices.server.ts'
import { officeFacts } from '#app/use-cases/office-facts.server.ts'
import { saidInAddress } from '#app/use-cases/said.server.ts'
import { afterSensitiveWay } from '../after-sensitive-way.server.ts'
import { bookingPath } from '../passport/booking-answers.ts'
import { busStripOf } from '../passport/bus-data.ts'
import { listMapOf } from '../passport/map-data.ts'
import { languageOf } from '../request-language.ts'
import { foundOfficesData } from './found-office-data.ts'
import { officePath, officesPath } from './office-answers.ts'
import { officeHoursData } from './office-hours-data.ts'

/** How many days of a bus are listed. */
const MOST_BUS_DAYS = 8

export const handle = { title: 'offices:office.pageTitle' } satisfies PageHandle

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { portal } = context
  const after = afterSensitiveWay(request, context)
  const language = languageOf(params)
  const t = translator(language)
  const facts = await officeFacts(portal, params.office ?? '')
  if (!facts) throw new Response(null, { status: 404 })
  const { office, municipality, district, earliest } = facts
  const [listed] = await foundOfficesData(portal, [{ office, distanceKm: null, earliest }], {
    ...{ language, fromMunicipality: null },
  })
  if (!listed) throw new Error('What is looked up must come back')
  const hours = officeHoursData(portal, language)
  const said = saidInAddress(portal, new URL(request.url).searchParams)
  return {
    titleOptions: { office: officeTitle(office, t) },
    leavesQuickly: after.isAfter,
    enhancements: after.enhancements([]),
    ...listed,
    kind: office.kind,
    phone: office.phone,
    hoursBasis: office.hoursBasis,
    municipalityNumber: municipality?.number ?? null,
    district: (language === 'nn' ? district?.nameNn : district?.nameNb) ?? '',
    week: facts.week.map(hours),
    services: facts.services,
    queuePath: facts.isQueueOpen ? queuePath({ language, officeId: office.id, screen: 'own', said }) : null,
    isWithoutRoad: facts.isWithoutRoad,
    said,
    nearestFor: facts.nearestFor.map(({ municipality, distanceKm }) => ({
      number: municipality.number,
      name: municipality.name,
      distance: centreDistance(distanceKm, { t, language }),
    })),
    busDays: facts.busDays.slice(0, MOST_BUS_DAYS).map(hours),
    bus: busStripOf(portal, office, { language, stopPath: (stop) => officePath(language, stop, { said }) }),
    aroundMap: listMapOf(
      portal,
      { shown: facts.around, unknown: [], from: { kind: 'position', point: office, place: null } },
      language,
    ),
    around: facts.around.map(({ office: { id, kind, name, positionBasis }, distanceKm }) => {
      return { id, kind, name, positionBasis, distanceKm: distanceKm ?? 0 }
    }),
    timePath: bookingPath(language, 'time', { people: ONE_ADULT, officeId: office.id, said }),
    bookPath: bookingPath(language, 'who', { officeId: office.id, said }),
  }
}

/** Everything that is known of one place where one can meet the police – and what is not known. */
export default function OfficePage() {
  const loaded = useLoaderData<typeof loader>()
  const { office, municipality, district, kind, earliest, week, busDays, nearestFor, bus } = loaded
  const { t, language } = useTexts()
  const hasHours = week.some(({ isOpen }) => isOpen)
  return (
    <div className="stack">
      <StepHeading
        title={officeTitle(office, t)}
        lead={t(`offices:kind.${kind}`, { municipality })}
        back={officesPath(language, { said: loaded.said })}
      />
      {loaded.leavesQuickly ? <LeaveQuickly /> : null}
      <p className="state" data-state={loaded.state.is}>
        {openWords(loaded.state, t)}
      </p>
      {loaded.isWithoutRoad ? (
        <Notice color="warning">
          <Paragraph>{t('offices:office.withoutRoad', { municipality })}</Paragraph>
        </Notice>
      ) : null}
      {office.passport === 'coming' ? (
        <Notice color="info">
          <Paragraph>{t('offices:office.coming')}</Paragraph>
        </Notice>
      ) : null}
      {office.passport === 'yes' && kind !== 'governor' ? (
        <section className="card stack-small" aria-labelledby="times">
          <Heading level={2} data-size="sm" id="times">
            {t('offices:times.title')}
          </Heading>
          {earliest ? (
            <>
              <Paragraph>{t('offices:times.earliest')}</Paragraph>
              <p>
                <time className="office-time" dateTime={earliest.iso}>
                  {earliest.words}
                </time>
              </p>
            </>
          ) : (
            <Paragraph>{t('offices:times.none')}</Paragraph>
          )}
          <ul className="links">
            {earliest ? (
              <li>
                <Link href={loaded.timePath}>{t('offices:times.choose')}</Link>
              </li>
            ) : null}
            <li>
              <Link href={loaded.bookPath}>{t('offices:times.more')}</Link>
            </li>
          </ul>
        </section>
      ) : null}
      {hasHours && kind !== 'bus-stop' ? (
        <OfficeHours
          title={t('offices:hours.title')}
          days={week}
          note={loaded.hoursBasis === 'assumed' ? t('see:unknown.office') : t('offices:hours.note')}
        />
      ) : null}
      {bus ? <BusStrip {...bus} /> : null}
      {busDays.length > 0 ? (
        <OfficeHours title={t('offices:hours.busTitle')} days={busDays} note={null} />
      ) : null}
      <OfficeFacts {...loaded} />
      <section className="stack-small" aria-labelledby="who-for">
        <Heading level={2} data-size="sm" id="who-for">
          {t('offices:municipalities.title')}
        </Heading>
        {nearestFor.length > 0 ? (
          <>
            <Paragraph>{t('offices:municipalities.lead', { district })}</Paragraph>
            <List.Unordered>
              {nearestFor.map(({ number, name, distance }) => (
                <List.Item key={number}>
                  <Link href={`/${language}/contact/${number}`}>{name}</Link>, {distance}
                </List.Item>
              ))}
            </List.Unordered>
          </>
        ) : (
          <Paragraph>{t('offices:municipalities.none', { district })}</Paragraph>
        )}
      </section>
      <section className="stack-small" aria-labelledby="around">
        <Heading level={2} data-size="sm" id="around">
          {t('offices:around.title')}
        </Heading>
        {loaded.aroundMap ? <OfficeMap {...loaded.aroundMap} place={officeTitle(office, t)} /> : null}
        <ul className="links">
          {loaded.around.map((other, index) => (
            <li key={other.id}>
              <Link href={officePath(language, other.id, { said: loaded.said })}>
                <span className="map-number" aria-hidden="true">
                  {index + 1}
                </span>
                {t('offices:around.row', {
                  title: officeTitle(other, t),
                  distance: distanceWords(other, { t, language }),
                })}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <HowNearest />
    </div>
  )
}
