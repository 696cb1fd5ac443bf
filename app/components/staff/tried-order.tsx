import { Button, Heading, Paragraph, Table } from '@digdir/designsystemet-react'
import { useTexts } from '#app/components/use-texts.ts'
import type { OrderComparison as Comparison } from '#app/domain/queue/days/compare-orders.ts'
import type { Translate } from '#app/i18n/i18n.ts'
import { OrderComparison } from './order-comparison.tsx'

type Values = Record<'lead' | 'grace' | 'overtaken' | 'longest' | 'help', string>

const minutes = (value: string, t: Translate) => t('queue-office:order.minutes', { count: Number(value) })
const asIs = (value: string) => value
const yesOrNo = (value: string, t: Translate) =>
  t(value === 'yes' ? 'queue-office:order.yes' : 'queue-office:order.no')

const SETTINGS = [
  { id: 'lead', label: 'queue-office:order.leadTime', words: minutes },
  { id: 'grace', label: 'queue-office:order.grace', words: minutes },
  { id: 'overtaken', label: 'queue-office:order.overtaken', words: asIs },
  { id: 'longest', label: 'queue-office:order.longest', words: minutes },
  { id: 'help', label: 'queue-office:order.help', words: yesOrNo },
] as const

type Props = {
  officeId: string
  now: Values
  values: Values
  /** The day it was tried on, in words; null when there is none yet. */
  day: string | null
  comparison: Comparison | null
}

/** Another order before it is saved: what it is, what it would have done, and the way back to change it. */
export function TriedOrder({ officeId, now, values, day, comparison }: Props) {
  const { t } = useTexts()
  return (
    <>
      {day !== null && comparison ? <OrderComparison day={day} comparison={comparison} /> : null}
      {day === null ? <Paragraph>{t('queue-office:order.noDay')}</Paragraph> : null}
      <form method="post" className="stack-small">
        <Heading level={2} data-size="sm">
          {t('queue-office:order.summary')}
        </Heading>
        <Table>
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell scope="col">{t('queue-office:order.setting')}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t('queue-office:order.now')}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t('queue-office:order.new')}</Table.HeaderCell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {SETTINGS.map(({ id, label, words }) => (
              <Table.Row key={id}>
                <Table.HeaderCell scope="row">{t(label)}</Table.HeaderCell>
                <Table.Cell>{words(now[id], t)}</Table.Cell>
                <Table.Cell>
                  {now[id] === values[id] ? words(values[id], t) : <strong>{words(values[id], t)}</strong>}
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
        <input type="hidden" name="office" value={officeId} />
        {Object.entries(values).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="actions">
          <Button type="submit" name="then" value="save">
            {t('queue-office:order.save')}
          </Button>
          <Button type="submit" name="then" value="change" variant="secondary">
            {t('queue-office:order.change')}
          </Button>
        </div>
      </form>
    </>
  )
}
