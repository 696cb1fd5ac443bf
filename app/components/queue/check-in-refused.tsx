import { Link, Paragraph } from '@digdir/designsystemet-react'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'

export type CheckInRefusedData = {
  words: 'tooEarly' | 'tooLate' | 'otherOffice' | 'otherDay' | 'cancelled' | 'visitOver'
  office: string
  time: string
  from: string
  /** Of another day: it is over. */
  isPast: boolean
  offersTime: boolean
  offersTicket: boolean
}

/** Why somebody was not checked in, and what they can do instead. */
export function CheckInRefused({
  words,
  office,
  time,
  from,
  isPast,
  offersTicket,
  ticketPath,
}: CheckInRefusedData & { ticketPath: string }) {
  const { t } = useTexts()
  return (
    <>
      <StepHeading title={t(`queue:refused.${words}.title`)} lead={body()} />
      {whatToDo() ? <Paragraph>{whatToDo()}</Paragraph> : null}
      {offersTicket ? (
        <p className="links">
          <Link href={ticketPath}>{t('queue:checkIn.takeTicket')}</Link>
        </p>
      ) : null}
    </>
  )

  function body(): string {
    switch (words) {
      case 'tooEarly':
        return t('queue:refused.tooEarly.body', { time, from })
      case 'otherOffice':
        return t('queue:refused.otherOffice.body', { time, office })
      case 'otherDay':
        return t(isPast ? 'queue:refused.wasOtherDay.body' : 'queue:refused.otherDay.body', { time })
      case 'tooLate':
        return t('queue:refused.tooLate.body', { time })
      case 'cancelled':
      case 'visitOver':
        return t(`queue:refused.${words}.body`)
      default:
        return words satisfies never
    }
  }

  function whatToDo(): string | null {
    if (words === 'tooLate' || words === 'cancelled') return null
    return words === 'otherDay' && isPast ? t('queue:refused.wasOtherDay.do') : t(`queue:refused.${words}.do`)
  }
}
