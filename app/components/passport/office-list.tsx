import { Heading } from '@digdir/designsystemet-react'
import { OfficeMap } from '#app/components/passport/office-map.tsx'
import { OfficeRow, type OfficeRowData } from '#app/components/passport/office-row.tsx'
import { UnknownOffices } from '#app/components/passport/unknown-offices.tsx'
import type { ComponentProps } from 'react'

type Props = {
  title: string
  /** What fits, then what is not known to. */
  rows: readonly OfficeRowData[]
  unknown: readonly OfficeRowData[]
  /** It is evenings that are asked for, not only weekdays. */
  evening: boolean
  /** Null when there is nothing to draw; the numbers of its marks are those of the rows. */
  listMap: (Omit<ComponentProps<typeof OfficeMap>, 'place'> & { isNumbered: boolean }) | null
  place: string | null
  windowDays: number
  timePath: (officeId: string) => string
}

/** Every place of a search, on a map and as rows. */
export function OfficeList(props: Props) {
  const { title, rows, unknown, evening, listMap, place, windowDays, timePath } = props
  const isNumbered = listMap?.isNumbered ?? false
  const map = listMap ? <OfficeMap {...listMap} place={place} /> : null
  return (
    <>
      {rows.length > 0 ? (
        <section className="stack-small" aria-labelledby="all-offices">
          <Heading level={2} data-size="sm" id="all-offices">
            {title}
          </Heading>
          {map}
          <ul className="rows">
            {rows.map((row, index) => (
              <li key={row.office.id}>
                <OfficeRow
                  {...row}
                  number={isNumbered ? index + 1 : undefined}
                  href={timePath(row.office.id)}
                  windowDays={windowDays}
                />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {unknown.length > 0 ? (
        <UnknownOffices
          rows={unknown}
          evening={evening}
          firstNumber={isNumbered ? rows.length + 1 : null}
          windowDays={windowDays}
          timePath={timePath}
        >
          {rows.length > 0 ? null : map}
        </UnknownOffices>
      ) : null}
    </>
  )
}
