import { Link } from '@digdir/designsystemet-react'
import { useTexts } from '#app/components/use-texts.ts'

/** Where the one works who helps, and the ticket of whom they help when it is known. */
export type HelpingData = { workplace: string; ticket: string | null }

/** On every page that staff go through for somebody: that they do, that it is written down, and the way back. */
export function HelpingStrip({ workplace, ticket }: HelpingData) {
  const { t, language } = useTexts()
  return (
    <aside className="helping" aria-label={t('staff:helping.label')}>
      <p className="wide">
        <strong>
          {ticket
            ? t('staff:helping.forTicket', { ticket, workplace })
            : t('staff:helping.forSomebody', { workplace })}
        </strong>
        {` ${t('staff:helping.writtenDown')} `}
        <Link href={`/${language}/staff/queue`}>{t('staff:helping.back')}</Link>
      </p>
    </aside>
  )
}
