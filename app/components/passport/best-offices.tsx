import { Heading } from '@digdir/designsystemet-react'
import { OfficeRow, type OfficeRowData } from '#app/components/passport/office-row.tsx'
import { useTexts } from '#app/components/use-texts.ts'

type Props = {
  withinReach: OfficeRowData | null
  nearest: OfficeRowData | null
  anywhere: OfficeRowData | null
  /** The reach in words: "50 km". */
  reach: string
  windowDays: number
  timePath: (officeId: string) => string
}

/** The best choices: earliest within reach, nearest, earliest anywhere. An office that is several stands once. */
export function BestOffices({ withinReach, nearest, anywhere, reach, windowDays, timePath }: Props) {
  const { t } = useTexts()
  const choices = [
    { row: withinReach, reason: t('passport:office.withinReach', { reach }) },
    { row: nearest, reason: t('passport:office.nearest') },
    { row: anywhere, reason: t('passport:office.anywhere') },
  ]
  const best = new Map<string, { row: OfficeRowData; reasons: string[] }>()
  for (const { row, reason } of choices) {
    if (!row) continue
    const reasons = best.get(row.office.id)?.reasons ?? []
    best.set(row.office.id, { row, reasons: [...reasons, reason] })
  }
  return (
    <section className="stack-small" aria-labelledby="best-offices">
      <Heading level={2} data-size="sm" id="best-offices">
        {t('passport:office.best')}
      </Heading>
      <ul className="rows">
        {[...best.values()].map(({ row, reasons }) => (
          <li key={row.office.id}>
            <OfficeRow {...row} reasons={reasons} href={timePath(row.office.id)} windowDays={windowDays} />
          </li>
        ))}
      </ul>
    </section>
  )
}
