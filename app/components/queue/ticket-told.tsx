import { Paragraph } from '@digdir/designsystemet-react'
import { Notice } from '#app/components/notice.tsx'
import { useTexts } from '#app/components/use-texts.ts'

/** What may have just been done with a ticket. */
export const TOLD_OF_TICKET = ['late', 'back', 'help', 'no-help', 'not-possible'] as const

/** Says first what has just been done. */
export function TicketTold({ told }: { told: (typeof TOLD_OF_TICKET)[number] | null }) {
  const { t } = useTexts()
  if (!told) return null
  return (
    <Notice color={told === 'not-possible' ? 'warning' : 'success'} takesFocus>
      <Paragraph>{t(`tickets:told.${told}`)}</Paragraph>
    </Notice>
  )
}
