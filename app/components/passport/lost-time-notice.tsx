import { Heading, Paragraph } from '@digdir/designsystemet-react'
import { Notice } from '#app/components/notice.tsx'
import { useTexts } from '#app/components/use-texts.ts'

/** Says first that the time is gone, why, and that nothing else is. */
export function LostTimeNotice({ why, time }: { why: 'slot-taken' | 'slot-passed'; time: string }) {
  const { t } = useTexts()
  const [title, body] =
    why === 'slot-taken'
      ? [t('passport:when.lost.title', { time }), t('passport:when.lost.body')]
      : [t('passport:when.passed.title', { time }), t('passport:when.passed.body')]
  return (
    <Notice color="warning" takesFocus>
      <Heading level={2} data-size="2xs">
        {title}
      </Heading>
      <Paragraph>{body}</Paragraph>
    </Notice>
  )
}
