import { useTexts } from '#app/components/use-texts.ts'
import { ActButton } from './act-button.tsx'
import { ActForm } from './act-form.tsx'
import { Choices } from './choices.tsx'
import type { DeskData } from './desk-data.ts'
import { DeskDialog } from './desk-dialog.tsx'

/** Closes the counter; asks once when people wait and nobody else would take them. */
export function CloseCounter({ here, waiting, counters }: Pick<DeskData, 'here' | 'waiting' | 'counters'>) {
  const { t } = useTexts()
  const isAlone = !counters.some(({ status, isOwn }) => status === 'open' && !isOwn)
  if (here || waiting.length === 0 || !isAlone) {
    return (
      <ActButton command="close" shortcut="s" variant="tertiary" isOff={here !== null}>
        {t('staff-queue:counter.close')}
      </ActButton>
    )
  }
  return (
    <DeskDialog
      id="close-counter"
      shortcut="s"
      variant="tertiary"
      title={t('staff-queue:counter.closeTitle')}
      button={t('staff-queue:counter.close')}
    >
      <p>{t('staff-queue:counter.closeHint', { count: waiting.length })}</p>
      <ActForm command="close">
        <Choices name="isSure" choices={[{ value: 'yes', label: t('staff-queue:counter.closeAnyway') }]} />
      </ActForm>
    </DeskDialog>
  )
}
