import { Button } from '@digdir/designsystemet-react'
import { useContext, type ReactNode } from 'react'
import { ActForm } from './act-form.tsx'
import { AtCounter } from './at-counter.ts'
import { KeyHint } from './key-hint.tsx'

type Props = {
  command: Parameters<typeof ActForm>[0]['command']
  fields?: Record<string, string | number>
  shortcut?: string
  variant?: 'primary' | 'secondary' | 'tertiary'
  /** It would be refused now. It stays where it is and keeps focus; who presses it is told why. */
  isOff?: boolean
  /** What it is called where its words alone don't say whom it is about. */
  label?: string
  children: ReactNode
}

/** A button for an action that needs no more than itself. */
export function ActButton({
  command,
  fields,
  shortcut,
  variant = 'secondary',
  isOff,
  label,
  children,
}: Props) {
  const { hasShortcuts } = useContext(AtCounter)
  return (
    <ActForm command={command} {...(fields ? { fields } : {})}>
      <Button
        type="submit"
        variant={variant}
        data-size="sm"
        className="desk-button"
        aria-disabled={isOff ? true : undefined}
        aria-label={label}
        aria-keyshortcuts={hasShortcuts ? shortcut : undefined}
      >
        {children}
        {shortcut ? <KeyHint shortcut={shortcut} /> : null}
      </Button>
    </ActForm>
  )
}
