import { Button, Link, Table } from '@digdir/designsystemet-react'
import { ScrollBox } from '#app/components/scroll-box.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import type { AppointmentProgress } from '#app/domain/queue/appointment-progress.ts'
import { inGroups } from '#app/i18n/format.ts'

export type DayRowData = {
  id: number
  time: string
  reference: string | null
  people: number
  /** `over`: it was on a day before today, of which no more is kept. */
  status: AppointmentProgress | 'over'
  /** They may be checked in now, by whoever looks. */
  mayArrive: boolean
}

/** Appointments of a day, one in a row, with the way to check in whoever has come. */
export function DayTable({ label, rows }: { label: string; rows: readonly DayRowData[] }) {
  const { t, language } = useTexts()
  return (
    <ScrollBox label={label}>
      <Table data-size="sm" className="day-table">
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">{t('staff:appointments.time')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('staff:appointments.reference')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('staff:appointments.people')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('staff:appointments.status')}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {rows.map(({ id, time, reference, people, status, mayArrive }) => (
            <Table.Row key={id}>
              <Table.Cell>{time}</Table.Cell>
              <Table.Cell>
                {reference ? (
                  <Link href={`/${language}/staff/appointments/${reference}`}>{inGroups(reference)}</Link>
                ) : (
                  t('staff:appointments.seeded')
                )}
              </Table.Cell>
              <Table.Cell>{people}</Table.Cell>
              <Table.Cell>
                {status === 'over' ? t('me:appointments.past') : t(`staff-queue:progress.${status}`)}
                {mayArrive && reference ? (
                  <form method="post">
                    <Button
                      type="submit"
                      name="arrived"
                      value={reference}
                      variant="secondary"
                      data-size="sm"
                      aria-label={t('staff:appointments.arrivedOne', {
                        time,
                        reference: inGroups(reference),
                      })}
                    >
                      {t('staff:appointments.arrived')}
                    </Button>
                  </form>
                ) : null}
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </ScrollBox>
  )
}
