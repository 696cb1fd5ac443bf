import { Heading, Link, Paragraph } from '@digdir/designsystemet-react'
import { Notice } from '#app/components/notice.tsx'
import { useTexts } from '#app/components/use-texts.ts'

/** Why a hold may not become an appointment; `names` joined, in words. */
export type ConfirmLimit = { kind: 'too-many-appointments' | 'contact-used-up'; names: string; most: number }

/** Says which limit stops the booking, and what can be done about it. */
export function ConfirmLimitNotice({ limit }: { limit: ConfirmLimit | undefined }) {
  const { t, language } = useTexts()
  if (!limit) return null
  const { kind, names, most } = limit
  return (
    <Notice color="warning" takesFocus>
      <Heading level={2} data-size="2xs">
        {t(`passport:limit.${kind}.title`, { names })}
      </Heading>
      <Paragraph>{t(`passport:limit.${kind}.body`, { names, count: most })}</Paragraph>
      <Paragraph>{t('passport:limit.staff')}</Paragraph>
      <Link href={`/${language}/appointments`}>{t('passport:limit.find')}</Link>
    </Notice>
  )
}
