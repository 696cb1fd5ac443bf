import { Details, Paragraph } from '@digdir/designsystemet-react'
import { useTexts } from '#app/components/use-texts.ts'

/** How the nearest place is found, and where a straight line misleads. */
export function HowNearest() {
  const { t } = useTexts()
  return (
    <Details>
      <Details.Summary>{t('offices:nearest.title')}</Details.Summary>
      <Details.Content>
        <Paragraph>{t('offices:nearest.line')}</Paragraph>
        <Paragraph>{t('offices:nearest.sea')}</Paragraph>
        <Paragraph>{t('offices:nearest.point')}</Paragraph>
        <Paragraph>{t('offices:nearest.season')}</Paragraph>
      </Details.Content>
    </Details>
  )
}
