import { distanceWords } from '#app/components/passport/distance-words.ts'
import { Pause } from '#app/components/pause.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import type { Office } from '#app/domain/geography/office.ts'
import { allOf } from '#app/components/passport/all-of.ts'
import type { Moment } from '#app/i18n/format.ts'
import { joinWords } from '#app/i18n/format-words.ts'

export type OfficeRowData = {
  office: Pick<Office, 'id' | 'name' | 'kind' | 'address' | 'postalPlace' | 'positionBasis' | 'hoursBasis'>
  distanceKm: number | null
  /** How many want to come. */
  people: number
  /** Null when nothing is free in the booking window. */
  earliest: Moment | null
  /** For several people: how many, and when the last of them is finished. */
  group: { size: number; until: string } | null
  /** The earliest that does not fit the filter, where nothing that does is known. */
  otherwise: Moment | null
  /** Names of the places where the bus of this stop is. */
  bus: { thisWeek: string[]; nextWeek: string[] } | null
}

type Props = OfficeRowData & {
  href: string
  /** The office's number on the map beside the list. */
  number?: number | undefined
  /** Why it stands here: "Nærmest", "Tidligst i hele landet". */
  reasons?: readonly string[]
  windowDays: number
}

/** An office as one large target, with the deciding facts in the row. */
export function OfficeRow(props: Props) {
  const {
    office,
    distanceKm,
    people,
    earliest,
    otherwise,
    group,
    bus,
    href,
    number,
    reasons = [],
    windowDays,
  } = props
  const { t, language } = useTexts()
  const place = [office.address, office.postalPlace].filter(Boolean).join(', ')
  return (
    <a className={reasons.length > 0 ? 'row-link best' : 'row-link'} href={href}>
      {reasons.length > 0 ? <span className="reason">{reasons.join(' · ')}.&nbsp;</span> : null}
      <span>
        {number ? (
          <>
            <span className="map-number" aria-hidden="true">
              {number}
            </span>{' '}
          </>
        ) : null}
        <span className="row-title">{office.name}</span>
        <Pause />
      </span>
      {office.kind === 'bus-stop' ? (
        <span className="tag" data-color="accent">
          {t('passport:office.busStop')}
          <Pause />
        </span>
      ) : null}
      <span className="row-facts">
        {earliest ? (
          <time dateTime={earliest.iso} className="row-time">
            {earliest.words}
            <Pause />
          </time>
        ) : (
          <span>
            {otherwise
              ? t('see:unknown.otherwise', { time: otherwise.words })
              : people > 1
                ? t('people:times.nothingRow', { all: allOf(people, t), days: windowDays })
                : t('passport:office.nothing', { days: windowDays })}
            <Pause />
          </span>
        )}
        {earliest && group ? (
          <span className="row-group">
            {allOf(group.size, t)}, {t('people:times.until', { until: group.until })}
            <Pause />
          </span>
        ) : null}
        {distanceKm === null ? null : (
          <span>
            {t('passport:office.distance', {
              distance: distanceWords({ ...office, distanceKm }, { t, language }),
            })}
            <Pause />
          </span>
        )}
        <span>{place === '' ? t('passport:office.approximate') : place}</span>
        {office.hoursBasis === 'assumed' ? (
          <span>
            <Pause />
            {t('see:unknown.hours')}
          </span>
        ) : null}
        {bus ? <BusWords {...bus} /> : null}
      </span>
    </a>
  )
}

function BusWords({ thisWeek, nextWeek }: { thisWeek: string[]; nextWeek: string[] }) {
  const { t, language } = useTexts()
  const stops = (names: string[]) => ({ stops: joinWords(names, language, 'and') })
  return (
    <span className="row-bus">
      <Pause />
      {[
        thisWeek.length > 0 ? t('see:bus.rowThisWeek', stops(thisWeek)) : null,
        nextWeek.length > 0 ? t('see:bus.rowNextWeek', stops(nextWeek)) : null,
      ]
        .filter(Boolean)
        .join(' ')}
    </span>
  )
}
