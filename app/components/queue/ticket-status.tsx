import { Button, Heading, Paragraph } from '@digdir/designsystemet-react'
import { FactList } from '#app/components/fact-list.tsx'
import { LASTING_SPACE } from '#app/components/lasting-space.ts'
import type { TicketView } from '#app/components/queue/ticket-view.ts'
import { useTexts } from '#app/components/use-texts.ts'
import type { QueueService } from '#app/domain/queue/ticket.ts'
import type { Moment } from '#app/i18n/format.ts'

type Props = {
  view: TicketView
  label: string
  officeName: string
  service: QueueService
  appointment: Moment | null
}

/** While the number may still be called: it is what they are to look out for. */
const NUMBERED = ['waiting', 'late', 'parked', 'called', 'serving'] as const

/**
 * Where somebody stands. What changes stands in elements with a `data-slot` of their own: app/enhancements/ticket-live.ts
 * puts new words into them and moves nothing else.
 */
export function TicketStatus({ view, label, officeName, service, appointment }: Props) {
  const { t } = useTexts()
  return (
    <>
      <section className="ticket" data-state={view.state} aria-labelledby="ticket-title">
        <p
          className="ticket-number"
          data-states={NUMBERED.join(' ')}
          hidden={!NUMBERED.some((state) => state === view.state)}
        >
          {`${t('queue:answer.number')}${LASTING_SPACE}`}
          <strong>{label}</strong>
        </p>
        <Heading level={1} data-size="lg" id="ticket-title" className="ticket-title" data-slot="title">
          {view.title}
        </Heading>
        <Paragraph data-slot="lead">{view.lead}</Paragraph>
        <Slot name="wait" text={view.wait} isStrong />
        <Slot name="delay" text={view.delay} />
        <Slot name="help" text={view.help} />
        <FactList
          facts={[
            { name: t('tickets:facts.office'), value: officeName },
            { name: t('tickets:facts.service'), value: t(`queue:service.${service}`) },
            ...(appointment
              ? [
                  {
                    name: t('tickets:facts.appointment'),
                    value: <time dateTime={appointment.iso}>{appointment.words}</time>,
                  },
                ]
              : []),
          ]}
        />
        <p className="hint" data-slot="updated">
          {view.updated}
        </p>
        <p
          className="stale"
          data-live-stale
          data-time={view.time}
          data-text={t('tickets:stale', { time: '{time}' })}
          role="status"
          hidden
        />
      </section>
      <p className="ds-sr-only" role="status" data-live-say />
      <p className="call-bar" role="alert" data-live-alert data-call={view.call ?? ''} />
      <div className="stack-small" data-live-sound hidden>
        <div>
          <Button
            type="button"
            variant="secondary"
            aria-pressed="false"
            data-on={t('tickets:sound.on')}
            data-off={t('tickets:sound.off')}
          >
            {t('tickets:sound.on')}
          </Button>
        </div>
        <p className="hint">{t('tickets:sound.hint')}</p>
      </div>
    </>
  )
}

function Slot({ name, text, isStrong = false }: { name: string; text: string | null; isStrong?: boolean }) {
  return (
    <p data-slot={name} className={isStrong ? 'ticket-wait' : undefined} hidden={text === null}>
      {text}
    </p>
  )
}
