import { Heading, Table } from '@digdir/designsystemet-react'
import { ScrollBox } from '#app/components/scroll-box.tsx'
import { minutesWords } from '#app/i18n/minutes-words.ts'
import { useTexts } from '#app/components/use-texts.ts'
import type { CounterOverview } from '#app/domain/queue/office-overview.ts'

/** Every counter of an office: whether it is open, who is there and for how long, how much it is in use. */
export function CounterTable({ counters }: { counters: readonly CounterOverview[] }) {
  const { t } = useTexts()
  const minutes = (count: number) => minutesWords(count, t)
  const statusOf = ({ status, minutes: since }: CounterOverview) => {
    const word = t(`queue-office:counters.${status}`)
    return status === 'closed'
      ? word
      : t('queue-office:counters.since', { status: word, minutes: minutes(since) })
  }
  const visitOf = ({ visit }: CounterOverview) =>
    visit
      ? t(visit.isServed ? 'queue-office:counters.serving' : 'queue-office:counters.called', {
          ...{ label: visit.label, service: t(`queue:service.${visit.service}`) },
          minutes: minutes(visit.minutes),
        })
      : t('queue-office:counters.nobody')
  return (
    <section className="stack-small">
      <Heading level={2} data-size="sm">
        {t('queue-office:counters.title')}
      </Heading>
      <ScrollBox label={t('queue-office:counters.title')}>
        <Table>
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell scope="col">{t('queue-office:counters.counter')}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t('queue-office:counters.status')}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t('queue-office:counters.visit')}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t('queue-office:counters.served')}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t('queue-office:counters.busy')}</Table.HeaderCell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {counters.map((counter) => (
              <Table.Row key={counter.id}>
                <Table.HeaderCell scope="row">{counter.number}</Table.HeaderCell>
                <Table.Cell>{statusOf(counter)}</Table.Cell>
                <Table.Cell>{visitOf(counter)}</Table.Cell>
                <Table.Cell>{counter.served}</Table.Cell>
                <Table.Cell>{counter.busy === null ? '–' : `${Math.round(counter.busy * 100)} %`}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </ScrollBox>
    </section>
  )
}
