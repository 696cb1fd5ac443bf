import { Heading, Paragraph } from '@digdir/designsystemet-react'
import { Notice } from '#app/components/notice.tsx'
import { useTexts } from '#app/components/use-texts.ts'

/** That an office takes nobody into its queue now, when it does again, and what else one can do. */
export function ClosedNotice({ opens }: { opens: string | null }) {
  const { t } = useTexts()
  return (
    <Notice color="warning">
      <Heading level={2} data-size="xs">
        {t('queue:closed.title')}
      </Heading>
      <Paragraph>{opens ? t('queue:closed.opens', { time: opens }) : t('queue:closed.unknown')}</Paragraph>
      <Paragraph>{t('queue:closed.else')}</Paragraph>
    </Notice>
  )
}
