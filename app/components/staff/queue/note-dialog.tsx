import { Button } from '@digdir/designsystemet-react'
import type { KeyboardEvent } from 'react'
import { useTexts } from '#app/components/use-texts.ts'
import { ActForm } from './act-form.tsx'
import { DeskDialog } from './desk-dialog.tsx'
import type { HereData } from './desk-data.ts'

/** More than a line or two is no note. */
const LONGEST_NOTE = 500

/** Words from staff to staff. */
export function NoteDialog({ here }: { here: HereData | null }) {
  const { t } = useTexts()
  return (
    <DeskDialog
      id="note"
      shortcut="m"
      isOff={!here}
      title={t('staff-queue:note.title', { label: here?.label ?? '' })}
      button={t('staff-queue:note.button')}
    >
      <ActForm command="note" className="stack-small">
        <NoteField id="note-text" here={here} />
        <div>
          <Button type="submit" data-size="sm">
            {t('staff-queue:note.save')}
          </Button>
        </div>
      </ActForm>
    </DeskDialog>
  )
}

/**
 * The words themselves; a note that is changed elsewhere replaces what stands there. What was typed about one person and
 * not saved is gone when another stands at the counter.
 */
export function NoteField({ id, here }: { id: string; here: HereData | null }) {
  const { t } = useTexts()
  const note = here?.note ?? ''
  return (
    <div className="ds-field field">
      <label className="ds-label" htmlFor={id}>
        {t('staff-queue:note.label')}
      </label>
      <p id={`${id}-hint`} className="hint">
        {t('staff-queue:note.hint')}
      </p>
      <textarea
        key={`${here?.id} ${note}`}
        className="ds-input"
        id={id}
        name="note"
        rows={3}
        maxLength={LONGEST_NOTE}
        autoComplete="off"
        aria-describedby={`${id}-hint`}
        defaultValue={note}
        onKeyDown={saveByKey}
      />
    </div>
  )
}

/** Ctrl and Enter save: the hands stay where they write. */
function saveByKey(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}
