import { Paragraph } from '@digdir/designsystemet-react'
import { Notice } from '#app/components/notice.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import type { ActionAnswer } from './desk-data.ts'
import { useHydrated } from './use-hydrated.ts'

/** Why nothing was done, in words; read at once, since somebody has just pressed a key. */
export function Refusal({ answer }: { answer: ActionAnswer | undefined }) {
  const { t } = useTexts()
  const isHydrated = useHydrated()
  if (!answer || !('refusal' in answer)) return null
  const { refusal } = answer
  return (
    <Notice color="warning" isAlert={isHydrated} takesFocus={!isHydrated}>
      <Paragraph data-size="sm">
        {refusal === 'offline' ? t('staff-queue:refusal.offline') : t(`queue:refusal.${refusal}`)}
      </Paragraph>
    </Notice>
  )
}

/** Nobody answered: it is not known whether it was done. */
export function isOffline(answer: ActionAnswer | undefined): boolean {
  return answer !== undefined && 'refusal' in answer && answer.refusal === 'offline'
}
