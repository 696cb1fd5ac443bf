import { Button, Paragraph } from '@digdir/designsystemet-react'
import { Notice } from '#app/components/notice.tsx'
import { useTexts } from '#app/components/use-texts.ts'

type Props = {
  told: 'restored' | 'changed' | 'change-undone' | 'change-not-undone' | 'no-reminders' | 'reminders' | null
  time: string
  office: string
  /** The change that can be undone. */
  sequence: number
}

/** Says first what has just been done to the appointment, with the way to undo a change. */
export function ToldNotice({ told, time, office, sequence }: Props) {
  const { t } = useTexts()
  switch (told) {
    case null:
      return null
    case 'restored':
      return (
        <Notice color="success" takesFocus>
          <Paragraph>{t('appointments:see.restored')}</Paragraph>
        </Notice>
      )
    case 'changed':
      return (
        <Notice color="success" takesFocus>
          <Paragraph>
            <strong>{`${t('people:change.done')}.`}</strong>
            {` ${t('people:change.doneBody', { time, office })}`}
          </Paragraph>
          <Paragraph>{t('people:change.calendar')}</Paragraph>
          <form method="post" className="no-print">
            <input type="hidden" name="change" value={sequence} />
            <Button type="submit" variant="secondary" data-size="sm">
              {t('people:change.undo')}
            </Button>
          </form>
        </Notice>
      )
    case 'change-undone':
      return (
        <Notice color="success" takesFocus>
          <Paragraph>{t('people:change.undone', { time, office })}</Paragraph>
        </Notice>
      )
    case 'no-reminders':
      return (
        <Notice color="success" takesFocus>
          <Paragraph>{t('appointments:see.noReminders')}</Paragraph>
        </Notice>
      )
    case 'reminders':
      return (
        <Notice color="success" takesFocus>
          <Paragraph>{t('appointments:see.reminders')}</Paragraph>
        </Notice>
      )
    case 'change-not-undone':
      return (
        <Notice color="warning" takesFocus>
          <Paragraph>{t('people:change.notUndone', { time, office })}</Paragraph>
        </Notice>
      )
    default:
      return told satisfies never
  }
}
