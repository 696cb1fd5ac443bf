import { useTexts } from '#app/components/use-texts.ts'
import { ActButton } from './act-button.tsx'
import type { AwayData, CounterData, WaitingData } from './desk-data.ts'

type Props = { counters: readonly CounterData[]; visitors: readonly (WaitingData | AwayData)[] }

/** Those who ask for help: colleagues at their counters, people who wait or have been sent for something. Nothing when nobody does. */
export function HelpCalls({ counters, visitors }: Props) {
  const { t } = useTexts()
  const calling = counters.filter(({ callsForHelp, isOwn }) => callsForHelp && !isOwn)
  const asking = visitors.filter(({ asksForHelp }) => asksForHelp)
  if (calling.length + asking.length === 0) return null
  return (
    <section className="desk-help" aria-labelledby="help-heading">
      <h2 className="ds-heading" id="help-heading" data-size="2xs">
        {t('staff-queue:help.title')}
      </h2>
      <ul className="plain">
        {calling.map(({ id, number, staffName }) => (
          <li key={`counter ${id}`} className="desk-row">
            <span>{[t('staff-queue:counter.name', { number }), staffName].filter(Boolean).join(', ')}</span>
            <ActButton
              command="come"
              fields={{ counterId: id }}
              variant="tertiary"
              label={t('staff-queue:help.comeTo', { number })}
            >
              {t('staff-queue:help.come')}
            </ActButton>
          </li>
        ))}
        {asking.map(({ id, label, needs }) => (
          <li key={`ticket ${id}`} className="desk-row">
            <span>{[label, ...needs.map((need) => t(`queue:need.${need}`))].join(', ')}</span>
            <ActButton
              command="see-to"
              fields={{ ticketId: id }}
              variant="tertiary"
              label={t('staff-queue:help.seeTo', { label })}
            >
              {t('staff-queue:help.come')}
            </ActButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
