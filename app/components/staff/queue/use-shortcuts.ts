import { useEffect, useRef } from 'react'

/** Where keys write letters or choose by them: there they do nothing else. */
const WRITES = 'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]'

/**
 * Lets a key press the button that shows it. What the page shows is what holds: there is no other list of keys. In an
 * open dialog only its own keys count; those stand beside choices that have focus there, also where keys are turned off.
 */
export function useShortcuts({ isOn, isBusy }: { isOn: boolean; isBusy: boolean }): void {
  // Not an effect's: a key may come between what is seen and what follows it.
  const now = useRef({ isOn, isBusy })
  now.current = { isOn, isBusy }
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) return
      if (event.target instanceof Element && event.target.closest(WRITES)) return
      const dialog = document.querySelector('[popover]:popover-open')
      if (!dialog && !now.current.isOn) return
      const key = event.key.toLowerCase()
      const button = [...(dialog ?? document).querySelectorAll<HTMLElement>('[aria-keyshortcuts]')].find(
        (one) => one.getAttribute('aria-keyshortcuts') === key && (dialog || !one.closest('[popover]')),
      )
      if (!button) return
      event.preventDefault()
      // The answer to what was pressed before is not there yet: this would be about somebody who is not shown.
      if (!now.current.isBusy) button.click()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
