import { useEffect, useRef, useState } from 'react'
import { focusFirstField } from './first-field.ts'
import { nextKey, standingThen, waitWith, type WaitingKey } from './key-queue.ts'
import { isAbout, type Act, type Standing } from './standing.ts'

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

/** Why a key did nothing. */
export type Dropped = { key: string; why: 'other-person' | 'too-early' }

type Options = {
  isOn: boolean
  isBusy: boolean
  /** How things stand on the screen, and what is being done about it. */
  shown: Standing
  underWay: Act | null
  onDropped: (dropped: Dropped) => void
}

/**
 * Lets a key press the button that shows it. What the page shows is what holds: there is no other list of keys. In an
 * open dialog only its own keys count; those stand beside choices that have focus there, also where keys are turned off.
 *
 * Keys that come before the last one has been answered wait for that answer in their order, each for the person whom it
 * was meant for: one that no longer fits does nothing, and neither does what follows it. The same key once more is a
 * finger that slipped.
 * @returns the keys that wait
 */
export function useShortcuts(options: Options): string[] {
  // Not an effect's: a key may come between what is seen and what follows it.
  const now = useRef(options)
  now.current = { ...options }
  const last = useRef('')
  /** After a key that did nothing: the letters of a note must not become keys. */
  const isDeaf = useRef(false)
  const waiting = useRef<WaitingKey[]>([])
  const [heard, setHeard] = useState<string[]>([])

  useEffect(() => {
    function hear(event: KeyboardEvent) {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) return
      const key = event.key.toLowerCase()
      if (writes(event.target, key)) return
      const { isOn, isBusy, shown, underWay, onDropped } = now.current
      const button = buttonFor(key, isOn)
      if (!button) return
      event.preventDefault()
      if (!isBusy) return press(button)
      if (isDeaf.current || key === last.current) return
      const state = { shown, underWay }
      if (!sends(button)) {
        const then = standingThen(waiting.current, state)
        // A dialog opens at once for whoever stays.
        if (
          !button.hasAttribute('popovertarget') ||
          (then && isAbout({ ...then, status: shown.status }, shown))
        )
          return press(button)
        return drop({ key, why: 'too-early' }, onDropped)
      }
      const answer = waitWith(waiting.current, { key, act: actOf(button) }, state)
      if (!answer.ok) return drop({ key, why: 'too-early' }, onDropped)
      last.current = key
      keep(answer.waiting)
    }
    function drop(dropped: Dropped, onDropped: Options['onDropped']) {
      isDeaf.current = true
      onDropped(dropped)
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])

  function press(button: HTMLElement): void {
    if (sends(button)) {
      last.current = button.getAttribute('aria-keyshortcuts') ?? ''
      // The next key may come before the next picture.
      now.current.isBusy = true
      now.current.underWay = actOf(button)
    }
    button.click()
    // What opens has focus at once: the browser tells of it only later, and the first letters would be lost.
    if (button.hasAttribute('popovertarget'))
      focusFirstField(document.querySelector('[popover]:popover-open'))
  }

  function keep(keys: WaitingKey[]): void {
    waiting.current = keys
    setHeard(keys.map(({ key }) => key))
  }

  const { isBusy } = options
  useEffect(() => {
    if (isBusy) return
    isDeaf.current = false
    const { isOn, shown, onDropped } = now.current
    const next = nextKey(waiting.current, shown)
    if (!next) return
    if ('dropped' in next) {
      keep([])
      return onDropped({ key: next.dropped, why: 'other-person' })
    }
    keep(next.waiting)
    const button = buttonFor(next.press, isOn)
    if (button) press(button)
    else keep([])
  }, [isBusy])
  return heard
}

/** Whether a button does something, rather than opening or leading somewhere. */
function sends(button: HTMLElement): boolean {
  return button.getAttribute('type') === 'submit'
}

function actOf(button: HTMLElement): Act {
  const form = button.closest('form')
  const valueOf = (name: string) => form?.querySelector<HTMLInputElement>(`input[name=${name}]`)?.value
  return { name: valueOf('do') ?? '', ticketId: Number(valueOf('ticketId')) || null }
}

/** The button of a key; in an open dialog only its own. */
function buttonFor(key: string, isOn: boolean): HTMLElement | undefined {
  const dialog = document.querySelector('[popover]:popover-open')
  if (!dialog && !isOn) return undefined
  return [...(dialog ?? document).querySelectorAll<HTMLElement>('[aria-keyshortcuts]')].find(
    (one) => one.getAttribute('aria-keyshortcuts') === key && (dialog || !one.closest('[popover]')),
  )
}
