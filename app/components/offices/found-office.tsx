import { openWords, type OpenNow } from '#app/components/offices/open-words.ts'
import { officeTitle } from '#app/components/offices/office-title.ts'
import { queueWords, type QueueNow } from '#app/components/offices/queue-words.ts'
import { distanceWords } from '#app/components/passport/distance-words.ts'
import { Pause } from '#app/components/pause.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import type { Office } from '#app/domain/geography/office.ts'
import type { Moment } from '#app/i18n/format.ts'

export type FoundOfficeData = {
  office: Pick<Office, 'id' | 'name' | 'kind' | 'address' | 'postalPlace' | 'positionBasis' | 'passport'>
  /** All official names of the municipality. */
  municipality: string
  distanceKm: number | null
  state: OpenNow
  queue: QueueNow | null
  /** The earliest passport time of one adult. */
  earliest: Moment | null
  /** "mai–september" for a place that is open in a season. */
  season: string | null
  /** No road leads there from where one searched. */
  isOverSea: boolean
}

type Props = FoundOfficeData & {
  href: string
  /** The office's number on the map beside the list. */
  number?: number | undefined
}

/** A place where one can meet the police, as one large target with the deciding facts. */
export function FoundOffice(props: Props) {
  const { office, municipality, distanceKm, state, queue, earliest, season, isOverSea, href, number } = props
  const { t, language } = useTexts()
  const facts = [
    openWords(state, t),
    queue ? queueWords(queue, t) : null,
    distanceKm === null
      ? null
      : t('passport:office.distance', {
          distance: distanceWords({ ...office, distanceKm }, { t, language }),
        }),
    isOverSea ? t('offices:row.overSea') : null,
    office.address === null
      ? t('offices:row.noAddress', { municipality })
      : [office.address, office.postalPlace].filter(Boolean).join(', '),
    season ? t('offices:row.season', { season }) : null,
    office.passport === 'coming' ? t('offices:row.coming') : null,
  ].filter((fact) => fact !== null)
  return (
    <a className="row-link" href={href}>
      <span>
        {number ? (
          <>
            <span className="map-number" aria-hidden="true">
              {number}
            </span>{' '}
          </>
        ) : null}
        <span className="row-title">{officeTitle(office, t)}</span>
        <Pause />
      </span>
      <span className="row-facts">
        {earliest ? (
          <time dateTime={earliest.iso} className="row-time">
            {t('offices:row.earliest', { time: earliest.words })}
            <Pause />
          </time>
        ) : null}
        {facts.map((fact) => (
          <span key={fact}>
            {fact}
            <Pause />
          </span>
        ))}
      </span>
    </a>
  )
}
