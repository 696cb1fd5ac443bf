import { useTexts } from '#app/components/use-texts.ts'
import type { Translate } from '#app/i18n/i18n.ts'
import { ActButton } from './act-button.tsx'
import type { DeskData } from './desk-data.ts'

/** Somebody who asks for help; `facts`: what there is to know of them. */
export type Asking = {
  id: string
  who: string
  facts: string[]
  answer: { command: 'come' | 'see-to'; fields: Record<string, number>; label: string }
}

/** Colleagues at their counters, people who wait or have been sent for something. */
export function whoAsksForHelp(
  { counters, waiting, away }: Pick<DeskData, 'counters' | 'waiting' | 'away'>,
  t: Translate,
): Asking[] {
  const calling = counters.filter(({ callsForHelp, isOwn }) => callsForHelp && !isOwn)
  const asking = [...waiting, ...away].filter(({ asksForHelp }) => asksForHelp)
  return [
    ...calling.map(({ id, number, staffName }) => ({
      ...{ id: `counter ${id}`, who: t('staff-queue:counter.name', { number }) },
      facts: staffName === null ? [] : [staffName],
      answer: {
        ...{ command: 'come' as const, fields: { counterId: id } },
        label: t('staff-queue:help.comeTo', { number }),
      },
    })),
    ...asking.map(({ id, label, needs }) => ({
      ...{ id: `ticket ${id}`, who: label },
      facts: needs.map((need) => t(`queue:need.${need}`)),
      answer: {
        ...{ command: 'see-to' as const, fields: { ticketId: id } },
        label: t('staff-queue:help.seeTo', { label }),
      },
    })),
  ]
}

/** Those who ask for help, at a place of their own: a call moves nothing on the screen. */
export function HelpCalls({ asking }: { asking: readonly Asking[] }) {
  const { t } = useTexts()
  return (
    <section
      className="desk-help"
      data-state={asking.length > 0 ? 'asks' : undefined}
      aria-labelledby="help-heading"
    >
      <h2 className="ds-heading" id="help-heading" data-size="2xs">
        {t('staff-queue:help.title')}
      </h2>
      {asking.length === 0 ? <p className="hint">{t('staff-queue:help.none')}</p> : null}
      <ul className="plain">
        {asking.map(({ id, who, facts, answer: { label, ...answer } }) => (
          <li key={id} className="desk-row">
            <span>
              <strong>{who}</strong>
              {facts.map((fact) => `, ${fact}`)}
            </span>
            <ActButton {...answer} variant="secondary" label={label}>
              {t('staff-queue:help.come')}
            </ActButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
