import { Heading, Paragraph } from '@digdir/designsystemet-react'
import { Notice } from '#app/components/notice.tsx'
import { useTexts } from '#app/components/use-texts.ts'

/** Says that nothing was held for now, that it is nobody's fault, how long to wait, and how to reach the police. */
export function TooManyHoldsNotice({ wait }: { wait: string | undefined }) {
  const { t } = useTexts()
  if (wait === undefined) return null
  return (
    <Notice color="warning" takesFocus>
      <Heading level={2} data-size="2xs">
        {t('passport:when.tooMany.title')}
      </Heading>
      <Paragraph>{t('passport:when.tooMany.body', { wait })}</Paragraph>
      <Paragraph>{t('passport:when.tooMany.call')}</Paragraph>
    </Notice>
  )
}
