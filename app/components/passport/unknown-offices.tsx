import { Heading, Paragraph } from '@digdir/designsystemet-react'
import type { ReactNode } from 'react'
import { OfficeRow, type OfficeRowData } from '#app/components/passport/office-row.tsx'
import { useTexts } from '#app/components/use-texts.ts'

type Props = {
  rows: readonly OfficeRowData[]
  /** Whether it is evenings that are asked for, or only weekdays. */
  evening: boolean
  /** The number on the map of the first of them. */
  firstNumber: number | null
  windowDays: number
  timePath: (officeId: string) => string
  /** The map, when there is no other list that it belongs to. */
  children?: ReactNode
}

/** Places whose hours we do not know: neither among those that fit nor left out. */
export function UnknownOffices({ rows, evening, firstNumber, windowDays, timePath, children }: Props) {
  const { t } = useTexts()
  return (
    <section className="stack-small" aria-labelledby="unknown-offices">
      <Heading level={2} data-size="sm" id="unknown-offices">
        {t(evening ? 'see:unknown.evening' : 'see:unknown.weekdays')}
      </Heading>
      <Paragraph>{t('see:unknown.lead')}</Paragraph>
      {children}
      <ul className="rows">
        {rows.map((row, index) => (
          <li key={row.office.id}>
            <OfficeRow
              {...row}
              number={firstNumber === null ? undefined : firstNumber + index}
              href={timePath(row.office.id)}
              windowDays={windowDays}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
