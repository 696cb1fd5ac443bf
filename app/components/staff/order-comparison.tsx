import { Heading, Paragraph, Table } from '@digdir/designsystemet-react'
import { ScrollBox } from '#app/components/scroll-box.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import type { OrderComparison as Comparison } from '#app/domain/queue/days/compare-orders.ts'
import { MinuteBars } from './minute-bars.tsx'

/** What another order would have done on a day, by whose wait it is: as a table, with the longest waits as bars. */
export function OrderComparison({ day, comparison }: { day: string; comparison: Comparison }) {
  const { t } = useTexts()
  const minutes = (value: number | null) => value ?? t('queue-office:order.nobody')
  const most = Math.max(
    1,
    ...comparison.flatMap(({ before, after }) => [before.longest ?? 0, after.longest ?? 0]),
  )
  return (
    <section className="stack-small">
      <Heading level={2} data-size="sm">
        {t('queue-office:order.tried', { day })}
      </Heading>
      <Paragraph>{t('queue-office:order.triedLead')}</Paragraph>
      <ScrollBox label={t('queue-office:order.tried', { day })}>
        <Table>
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell scope="col">{t('queue-office:order.kind')}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t('queue-office:order.people')}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t('queue-office:order.medianNow')}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t('queue-office:order.medianThen')}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t('queue-office:order.longestNow')}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t('queue-office:order.longestThen')}</Table.HeaderCell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {comparison.map(({ kind, people, before, after }) => (
              <Table.Row key={kind}>
                <Table.HeaderCell scope="row">{t(`queue-office:order.${kind}`)}</Table.HeaderCell>
                <Table.Cell>{people}</Table.Cell>
                <Table.Cell>{minutes(before.median)}</Table.Cell>
                <Table.Cell>{minutes(after.median)}</Table.Cell>
                <Table.Cell>{minutes(before.longest)}</Table.Cell>
                <Table.Cell>{minutes(after.longest)}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </ScrollBox>
      <figure className="bar-groups" aria-hidden="true">
        {comparison.map(({ kind, before, after }) => (
          <div key={kind} className="bar-group">
            <span>{t(`queue-office:order.${kind}`)}</span>
            <MinuteBars
              most={most}
              bars={[
                { value: before.longest ?? 0, isSecond: false },
                { value: after.longest ?? 0, isSecond: true },
              ]}
            />
          </div>
        ))}
        <figcaption>{t('queue-office:order.picture')}</figcaption>
      </figure>
    </section>
  )
}
