import { Heading } from '@digdir/designsystemet-react'
import { OfficeRow, type OfficeRowData } from '#app/components/passport/office-row.tsx'
import { useTexts } from '#app/components/use-texts.ts'

type Props = {
  rows: readonly OfficeRowData[]
  windowDays: number
  timePath: (officeId: string) => string
}

/** Offices with an earlier time than the one whose times are shown. */
export function EarlierElsewhere({ rows, windowDays, timePath }: Props) {
  const { t } = useTexts()
  if (rows.length === 0) return null
  return (
    <section className="stack-small" aria-labelledby="elsewhere">
      <Heading level={2} data-size="sm" id="elsewhere">
        {t('passport:when.elsewhere')}
      </Heading>
      <ul className="rows">
        {rows.map((row) => (
          <li key={row.office.id}>
            <OfficeRow {...row} href={timePath(row.office.id)} windowDays={windowDays} />
          </li>
        ))}
      </ul>
    </section>
  )
}
