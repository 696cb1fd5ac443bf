import { Heading, Paragraph } from '@digdir/designsystemet-react'
import { QrCode } from '#app/components/qr-code.tsx'
import { LASTING_SPACE } from '#app/components/lasting-space.ts'
import type { QueueService } from '#app/domain/queue/ticket.ts'
import { translator } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'

export type TicketSlipData = {
  /** Of the one who gets it. */
  language: Language
  label: string
  service: QueueService
  officeName: string
  taken: string
  appointmentTime: string | null
  wait: string | null
  qr: number[][]
}

/** A ticket: its number as large as it goes, the wait, and the way to follow it on a phone. Printed, it is all there is. */
export function TicketSlip({
  language,
  label,
  service,
  officeName,
  taken,
  appointmentTime,
  wait,
  qr,
  level = 1,
}: TicketSlipData & { level?: 1 | 2 }) {
  const t = translator(language)
  return (
    <section className="ticket-slip" lang={language}>
      <Heading level={level} data-size="sm">
        {`${t('queue:answer.number')}${LASTING_SPACE}`}
        <span className="ticket-label">{label}</span>
      </Heading>
      <p className="ticket-service">{t(`queue:service.${service}`)}</p>
      {appointmentTime ? (
        <Paragraph>{t('queue:answer.appointment', { time: appointmentTime })}</Paragraph>
      ) : null}
      {wait ? (
        <p className="ticket-wait">
          <strong>{t('queue:answer.wait', { wait })}</strong>
        </p>
      ) : null}
      <Paragraph>{t('queue:answer.called')}</Paragraph>
      <div className="queue-phone">
        <QrCode modules={qr} label={t('queue:answer.qr')} />
        <Paragraph>{t('queue:answer.follow')}</Paragraph>
      </div>
      <p className="hint">{`${officeName}. ${t('queue:answer.taken', { time: taken })}.`}</p>
    </section>
  )
}
