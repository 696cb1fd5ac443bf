import { useContext } from 'react'
import { AtCounter } from './at-counter.ts'

/** The key that does the same as a button, shown in it; nothing where keys are turned off. */
export function KeyHint({ shortcut }: { shortcut: string }) {
  const { hasShortcuts } = useContext(AtCounter)
  return hasShortcuts ? <kbd aria-hidden="true">{shortcut.toUpperCase()}</kbd> : null
}
