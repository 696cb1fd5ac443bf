import { Heading, Paragraph } from '@digdir/designsystemet-react'
import { useTexts } from '#app/components/use-texts.ts'

/** Danger comes first on every page where somebody may be in it: one press calls. */
export function EmergencyBox() {
  const { t } = useTexts()
  return (
    <section className="emergency" aria-labelledby="emergency">
      <Heading level={2} data-size="xs" id="emergency">
        {t('front:emergency.title')}
      </Heading>
      <a className="ds-button" data-color="danger" data-variant="primary" href="tel:112">
        {t('front:emergency.call')}
      </a>
      <Paragraph data-size="sm">{t('front:emergency.deaf')}</Paragraph>
    </section>
  )
}
