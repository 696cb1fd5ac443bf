import { Paragraph } from '@digdir/designsystemet-react'
import { useTexts } from '#app/components/use-texts.ts'
import type { WaitRange } from '#app/domain/queue/wait-range.ts'
import { waitRangeWords } from '#app/i18n/wait-range-words.ts'

/** How long one would wait, said large and before a ticket is taken. */
export function WaitBefore({ waiting, wait }: { waiting: number; wait: WaitRange | null }) {
  const { t } = useTexts()
  return (
    <section className="card stack-small">
      {wait ? (
        <p>
          {`${t('queue:take.wait')} `}
          <strong className="queue-wait">{waitRangeWords(wait, t)}.</strong>
        </p>
      ) : (
        <Paragraph>{t('queue:take.unknown')}</Paragraph>
      )}
      <Paragraph>
        {waiting === 0 ? t('queue:take.nobody') : t('queue:take.ahead', { count: waiting })}
      </Paragraph>
    </section>
  )
}
