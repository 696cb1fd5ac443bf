/** Puts focus where one begins in a form that has opened. */
export function focusFirstField(dialog: Element | null): void {
  dialog?.querySelector<HTMLElement>('select, textarea, input:not([type=hidden]), button')?.focus()
}
