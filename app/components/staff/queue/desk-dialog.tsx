import { Button, Heading } from '@digdir/designsystemet-react'
import { useContext, useEffect, useRef, useState, type ReactNode } from 'react'
import { useTexts } from '#app/components/use-texts.ts'
import { AtCounter } from './at-counter.ts'
import { focusFirstField } from './first-field.ts'
import { KeyHint } from './key-hint.tsx'
import { Opening } from './opening.ts'

type Props = {
  id: string
  title: string
  /** The words of the button that opens it. */
  button: ReactNode
  shortcut: string
  variant?: 'secondary' | 'tertiary'
  isOff?: boolean
  /** It is about whoever is at the counter, as most are: it closes when another is. */
  isAboutVisit?: boolean
  children: ReactNode
}

// React 18 knows neither attribute by name.
const POPOVER = { popover: 'auto' }
const HIDES = { popovertargetaction: 'hide' }

/**
 * A button and the small form that it opens over the screen: nothing below moves. It is a popover of the browser, which
 * opens without script too, closes with Escape and gives focus back.
 */
export function DeskDialog({
  id,
  title,
  button,
  shortcut,
  variant = 'secondary',
  isOff,
  isAboutVisit = true,
  children,
}: Props) {
  const { t } = useTexts()
  const { hasShortcuts, seen, tell } = useContext(AtCounter)
  const dialog = useRef<HTMLDivElement>(null)
  const [opening, setOpening] = useState(0)
  useEffect(() => {
    const { current } = dialog
    function focusFirst(event: Event) {
      if (!(event instanceof ToggleEvent)) return
      if (event.newState !== 'open') return setOpening((count) => count + 1)
      // A key has been there before, and perhaps gone on to the next field.
      if (!current?.contains(document.activeElement)) focusFirstField(current)
    }
    current?.addEventListener('toggle', focusFirst)
    return () => current?.removeEventListener('toggle', focusFirst)
  }, [])
  const about = isAboutVisit ? seen.split('.')[0] : ''
  const wasAbout = useRef(about)
  useEffect(() => {
    if (wasAbout.current === about) return
    wasAbout.current = about
    if (!dialog.current?.matches(':popover-open')) return
    dialog.current.hidePopover()
    tell(t('staff-queue:dropped.dialog'))
  }, [about, tell, t])
  return (
    <>
      <Button
        type="button"
        variant={variant}
        data-size="sm"
        className="desk-button"
        aria-haspopup="dialog"
        aria-disabled={isOff ? true : undefined}
        aria-keyshortcuts={hasShortcuts ? shortcut : undefined}
        {...(isOff ? {} : { popovertarget: id })}
      >
        {button}
        <KeyHint shortcut={shortcut} />
      </Button>
      <div
        ref={dialog}
        id={id}
        className="desk-dialog"
        role="dialog"
        aria-labelledby={`${id}-title`}
        {...POPOVER}
      >
        <Heading level={2} data-size="xs" id={`${id}-title`}>
          {title}
        </Heading>
        <Opening.Provider value={opening}>{children}</Opening.Provider>
        <div>
          <Button type="button" variant="tertiary" data-size="sm" {...HIDES} {...{ popovertarget: id }}>
            {t('staff-queue:close')}
          </Button>
        </div>
      </div>
    </>
  )
}
