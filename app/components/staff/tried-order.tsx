import { Button, Heading, Paragraph } from '@digdir/designsystemet-react'
import { FactList } from '#app/components/fact-list.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import type { OrderComparison as Comparison } from '#app/domain/queue/days/compare-orders.ts'
import { OrderComparison } from './order-comparison.tsx'

type Props = {
  officeId: string
  values: Record<'lead' | 'grace' | 'overtaken' | 'longest' | 'help', string>
  /** The day it was tried on, in words; null when there is none yet. */
  day: string | null
  comparison: Comparison | null
}

/** Another order before it is saved: what it is, what it would have done, and the way back to change it. */
export function TriedOrder({ officeId, values, day, comparison }: Props) {
  const { t } = useTexts()
  const minutes = (count: string) => t('queue-office:order.minutes', { count: Number(count) })
  return (
    <>
      {day !== null && comparison ? <OrderComparison day={day} comparison={comparison} /> : null}
      {day === null ? <Paragraph>{t('queue-office:order.noDay')}</Paragraph> : null}
      <form method="post" className="stack-small" aria-labelledby="new-order">
        <Heading level={2} data-size="sm" id="new-order">
          {t('queue-office:order.summary')}
        </Heading>
        <FactList
          facts={[
            { name: t('queue-office:order.leadTime'), value: minutes(values.lead) },
            { name: t('queue-office:order.grace'), value: minutes(values.grace) },
            {
              name: t('queue-office:order.overtaken'),
              value: t('queue-office:order.times', { count: Number(values.overtaken) }),
            },
            { name: t('queue-office:order.longest'), value: minutes(values.longest) },
            {
              name: t('queue-office:order.help'),
              value: t(values.help === 'yes' ? 'queue-office:order.yes' : 'queue-office:order.no'),
            },
          ]}
        />
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
