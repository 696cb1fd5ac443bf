import { Button } from '@digdir/designsystemet-react'
import { useTexts } from '#app/components/use-texts.ts'
import { ActForm } from './act-form.tsx'
import { DeskDialog } from './desk-dialog.tsx'

/** Every key of the screen, in the order in which they are needed. */
const KEYS = ['n', 'h', 'f', 'r', 'x', 'p', 't', 'd', 'l', 'm', 'a', 'v', 'z', 'k', 'b', 's', '?'] as const

/** Which key does what, and the way to turn them off (WCAG 2.1.4). */
export function KeysDialog({ hasShortcuts }: { hasShortcuts: boolean }) {
  const { t } = useTexts()
  return (
    <DeskDialog
      id="keys"
      shortcut="?"
      variant="tertiary"
      isAboutVisit={false}
      title={t('staff-queue:keys.title')}
      button={t('staff-queue:keys.button')}
    >
      <p className="hint">{t(hasShortcuts ? 'staff-queue:keys.on' : 'staff-queue:keys.off')}</p>
      <ActForm command="shortcuts" fields={{ isOn: hasShortcuts ? 'no' : 'yes' }}>
        <Button type="submit" variant="secondary" data-size="sm">
          {t(hasShortcuts ? 'staff-queue:keys.turnOff' : 'staff-queue:keys.turnOn')}
        </Button>
      </ActForm>
      <dl className="desk-keys">
        {KEYS.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{key.toUpperCase()}</kbd>
            </dt>
            <dd>{t(`staff-queue:keys.key.${key === '?' ? 'help' : key}`)}</dd>
          </div>
        ))}
      </dl>
    </DeskDialog>
  )
}
