/**
 * Puts focus where one begins in a form that has opened: on the first of its answers where each has a key – in a field
 * before them, a digit would be typed.
 */
export function focusFirstField(dialog: Element | null): void {
  const first = FIRST.map((selector) => dialog?.querySelector<HTMLElement>(selector)).find(Boolean)
  first?.focus()
}

const FIRST = ['[aria-keyshortcuts]', 'select, textarea, input:not([type=hidden]), button'] as const
