import { useEffect, useRef } from 'react'
import { focusFirstField } from './first-field.ts'

/** Where keys write letters or choose by them: there they do nothing else. */
const WRITES = 'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]'

/** Whether a key means the field that has focus. A digit in a list beside numbered answers means the answer. */
function writes(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element) || !target.closest(WRITES)) return false
  // A dialog that was closed a moment ago still has focus until the next picture is drawn.
  if (target.closest('[popover]:not(:popover-open)')) return false
  const answers = target.closest('select') && target.closest('form')?.querySelector('[aria-keyshortcuts]')
  return !(answers && /^\d$/.test(key))
}

/**
 * Lets a key press the button that shows it. What the page shows is what holds: there is no other list of keys. In an
 * open dialog only its own keys count; those stand beside choices that have focus there, also where keys are turned off.
 *
 * A key that comes before the last one has been answered waits for that answer, so that fast hands lose nothing. The same
 * key once more is a finger that slipped: it does nothing.
 */
export function useShortcuts({ isOn, isBusy }: { isOn: boolean; isBusy: boolean }): void {
  // Not an effect's: a key may come between what is seen and what follows it.
  const now = useRef({ isOn, isBusy })
  now.current = { isOn, isBusy }
  const keys = useRef({ last: '', next: '' })

  useEffect(() => {
    function hear(event: KeyboardEvent) {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) return
      const key = event.key.toLowerCase()
      if (writes(event.target, key)) return
      const button = buttonFor(key, now.current.isOn)
      if (!button) return
      event.preventDefault()
      const sends = button.getAttribute('type') === 'submit'
      if (sends && now.current.isBusy) keys.current.next = key === keys.current.last ? '' : key
      else press(button)
      if (sends) keys.current.last = key
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])

  useEffect(() => {
    if (isBusy || keys.current.next === '') return
    const button = buttonFor(keys.current.next, now.current.isOn)
    keys.current.next = ''
    if (button) press(button)
  }, [isBusy])
}

/** Presses it. What opens has focus at once: the browser tells of it only later, and the first letters would be lost. */
function press(button: HTMLElement): void {
  button.click()
  if (button.hasAttribute('popovertarget')) focusFirstField(document.querySelector('[popover]:popover-open'))
}

/** The button of a key; in an open dialog only its own. */
function buttonFor(key: string, isOn: boolean): HTMLElement | undefined {
  const dialog = document.querySelector('[popover]:popover-open')
  if (!dialog && !isOn) return undefined
  return [...(dialog ?? document).querySelectorAll<HTMLElement>('[aria-keyshortcuts]')].find(
    (one) => one.getAttribute('aria-keyshortcuts') === key && (dialog || !one.closest('[popover]')),
  )
}
