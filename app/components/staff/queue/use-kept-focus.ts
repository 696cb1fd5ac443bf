import { useEffect, useRef } from 'react'

/** Where focus goes when what had it is gone, the nearest first. */
const NEAREST = ['section', '.desk']

/**
 * Keeps focus near its place: when the element that had it is taken off the screen – a row that was called, a colleague
 * who was helped – it goes to the heading of that part. The browser would begin again at the top of the page.
 */
export function useKeptFocus(): void {
  const last = useRef<{ element: Element; around: Element[] } | null>(null)
  useEffect(() => {
    function remember({ target }: FocusEvent) {
      if (!(target instanceof Element)) return
      const around = NEAREST.flatMap((selector) => target.closest(selector) ?? [])
      last.current = { element: target, around }
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [])
  useEffect(() => {
    if (!last.current || last.current.element.isConnected || document.activeElement !== document.body) return
    const home = last.current.around.find(({ isConnected }) => isConnected)
    focusHeading(home?.querySelector('h1, h2'))
  })
}

/** Puts focus on a heading, which Tab does not stop at. */
export function focusHeading(heading: Element | null | undefined): void {
  if (!(heading instanceof HTMLElement)) return
  heading.tabIndex = -1
  heading.focus()
}
