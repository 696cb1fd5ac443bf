import { Pause } from '#app/components/pause.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import type { Office } from '#app/domain/geography/office.ts'
import { allOf } from '#app/components/passport/all-of.ts'
import { formatDistance, type Moment } from '#app/i18n/format.ts'

export type OfficeRowData = {
  office: Pick<Office, 'id' | 'name' | 'kind' | 'address' | 'postalPlace'>
  distanceKm: number | null
  /** Null when nothing is free in the booking window. */
  earliest: Moment | null
  /** For several people: how many, and when the last of them is finished. */
  group: { size: number; until: string } | null
}

type Props = OfficeRowData & {
  href: string
  /** The office's number on the map beside the list. */
  number?: number
  /** Why it stands here: "Nærmest", "Tidligst i hele landet". */
  reasons?: readonly string[]
  windowDays: number
}

/** An office as one large target, with the deciding facts in the row. */
export function OfficeRow({
  office,
  distanceKm,
  earliest,
  group,
  href,
  number,
  reasons = [],
  windowDays,
}: Props) {
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
            {t('passport:office.nothing', { days: windowDays })}
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
            {t('passport:office.distance', { distance: formatDistance(distanceKm, language) })}
            <Pause />
          </span>
        )}
        <span>{place === '' ? t('passport:office.approximate') : place}</span>
      </span>
    </a>
  )
}
