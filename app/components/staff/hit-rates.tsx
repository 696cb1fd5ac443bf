import { Heading, Paragraph, Table } from '@digdir/designsystemet-react'
import { ScrollBox } from '#app/components/scroll-box.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { MinuteBars } from './minute-bars.tsx'

export type HitRow = {
  monday: string
  /** "mandag 23. november" */
  name: string
  told: number
  half: number
  most: number
  verdict: 'few' | 'good' | 'seldom' | 'often'
}

/** What the two ranges promise, in per cent. */
const AIM = { half: 50, most: 80 }

/** How often waits were as they were told, by week: figures, bars with a line at what is promised, and a word. */
export function HitRates({ weeks }: { weeks: readonly HitRow[] }) {
  const { t } = useTexts()
  return (
    <section className="stack-small">
      <Heading level={2} data-size="sm">
        {t('queue-office:hits.title')}
      </Heading>
      <Paragraph>{t('queue-office:hits.lead')}</Paragraph>
      {weeks.length === 0 ? (
        <Paragraph>{t('queue-office:hits.none')}</Paragraph>
      ) : (
        <>
          <ScrollBox label={t('queue-office:hits.title')}>
            <Table>
              <Table.Head>
                <Table.Row>
                  <Table.HeaderCell scope="col">{t('queue-office:hits.weekHead')}</Table.HeaderCell>
                  <Table.HeaderCell scope="col">{t('queue-office:hits.told')}</Table.HeaderCell>
                  <Table.HeaderCell scope="col">{t('queue-office:hits.half')}</Table.HeaderCell>
                  <Table.HeaderCell scope="col">{t('queue-office:hits.most')}</Table.HeaderCell>
                  <Table.HeaderCell scope="col">{t('queue-office:hits.verdict')}</Table.HeaderCell>
                </Table.Row>
              </Table.Head>
              <Table.Body>
                {weeks.map(({ monday, name, told, half, most, verdict }) => (
                  <Table.Row key={monday}>
                    <Table.HeaderCell scope="row">
                      {t('queue-office:hits.week', { day: name })}
                    </Table.HeaderCell>
                    <Table.Cell>{told}</Table.Cell>
                    <Table.Cell>
                      <Rate percent={half} aim={AIM.half} />
                    </Table.Cell>
                    <Table.Cell>
                      <Rate percent={most} aim={AIM.most} />
                    </Table.Cell>
                    <Table.Cell>{t(`queue-office:hits.${verdict}`)}</Table.Cell>
                  </Table.Row>
                ))}
              </Table.Body>
            </Table>
          </ScrollBox>
          <p className="hint">{t('queue-office:hits.picture')}</p>
        </>
      )}
    </section>
  )
}

function Rate({ percent, aim }: { percent: number; aim: number }) {
  return (
    <span className="rate">
      <span>{percent} %</span>
      <MinuteBars bars={[{ value: percent, isSecond: false }]} most={100} aim={aim} size="short" />
    </span>
  )
}
