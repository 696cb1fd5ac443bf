import { Heading, Paragraph } from '@digdir/designsystemet-react'
import type { ComponentProps } from 'react'
import { FoundOffice, type FoundOfficeData } from '#app/components/offices/found-office.tsx'
import { Notice } from '#app/components/notice.tsx'
import { OfficeMap } from '#app/components/passport/office-map.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import type { OfficeWish } from '#app/domain/offices/office-fit.ts'
import { formatList } from '#app/i18n/format.ts'

type Props = {
  from: 'place' | 'position' | 'country'
  place: string | null
  /** No road leads away from the place. */
  isWithoutRoad: boolean
  wish: OfficeWish
  /** The page of an office. */
  pathOf: (id: string) => string
  rows: readonly FoundOfficeData[]
  /** Those of which it is not known whether they fit. */
  unknown: readonly FoundOfficeData[]
  /** How many fit, also those that are not shown. */
  fitting: number
  /** Null when there is nothing to draw; the numbers of its marks are those of the rows. */
  listMap: (Omit<ComponentProps<typeof OfficeMap>, 'place'> & { isNumbered: boolean }) | null
}

/** What was found: on a map and as rows, first what fits. */
export function FoundOffices(props: Props) {
  const { from, place, isWithoutRoad, wish, rows, unknown, fitting, listMap, pathOf } = props
  const { t, language } = useTexts()
  const chosen = [
    ...(wish.service === null ? [] : [t(`offices:service.${wish.service}`)]),
    ...(wish.openNow ? [t('offices:found.openNow')] : []),
  ]
  const isNumbered = listMap?.isNumbered ?? false
  const rowsOf = (some: readonly FoundOfficeData[], firstNumber: number) => (
    <ul className="rows">
      {some.map((row, index) => (
        <li key={row.office.id}>
          <FoundOffice
            {...row}
            number={isNumbered ? firstNumber + index : undefined}
            href={pathOf(row.office.id)}
          />
        </li>
      ))}
    </ul>
  )
  return (
    <section className="stack-small" aria-labelledby="found">
      <Heading level={2} data-size="sm" id="found">
        {from === 'place' ? t('offices:found.near', { place: place ?? '' }) : t(`offices:found.${from}`)}
      </Heading>
      <Paragraph>
        {fitting === 0 ? t('offices:found.none') : t('offices:found.count', { count: fitting })}
        {chosen.length > 0 ? ` ${t('offices:found.chosen', { chosen: formatList(chosen, language) })}` : null}
      </Paragraph>
      {isWithoutRoad ? (
        <Notice color="warning">
          <Paragraph>{t('offices:found.withoutRoad', { place: place ?? '' })}</Paragraph>
        </Notice>
      ) : null}
      {listMap ? <OfficeMap {...listMap} place={place} /> : null}
      {rows.length > 0 ? rowsOf(rows, 1) : null}
      {unknown.length > 0 ? (
        <>
          <Heading level={3} data-size="xs">
            {t('offices:found.unknown')}
          </Heading>
          <Paragraph>{t('offices:found.unknownLead')}</Paragraph>
          {rowsOf(unknown, rows.length + 1)}
        </>
      ) : null}
    </section>
  )
}
