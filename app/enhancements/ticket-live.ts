// The page of a ticket, told of each change: new words in the same places, nothing moves and focus stays where it is.

import { createChime } from './live/chime.ts'
import { fillSlots, fillStale, listenLive, timeServed } from './live/live-source.ts'

type View = Record<string, string | null> & {
  state: string
  documentTitle: string
  call: string | null
  alert: string | null
  say: string
  time: string
}

/** A place that changes often is not told each time. */
const QUIET_MILLISECONDS = 20_000
const VIBRATION = [400, 200, 400, 200, 400]

const page = document.getElementById('ticket')

if (page?.dataset.live) {
  const status = page.querySelector<HTMLElement>('.ticket')
  const sayer = page.querySelector<HTMLElement>('[data-live-say]')
  const alerter = page.querySelector<HTMLElement>('[data-live-alert]')
  const chime = createChime()
  const hasFailed = page.querySelector('.ds-error-summary') !== null
  let saidAt = -Infinity
  let said = ''
  let sayLater = 0
  let time = timeServed(page)
  let called = alerter?.dataset.call ?? ''

  const say = (words: string): void => {
    clearTimeout(sayLater)
    if (words === said || !sayer) return
    const wait = saidAt + QUIET_MILLISECONDS - performance.now()
    if (wait > 0) {
      sayLater = window.setTimeout(say, wait, words)
      return
    }
    // What stood on the page when it was opened has been read.
    if (said !== '') sayer.textContent = words
    said = words
    saidAt = performance.now()
  }

  const tellCall = ({ call, alert }: View): void => {
    const isNew = call !== null && call !== called
    called = call ?? ''
    if (!alerter) return
    if (call === null) alerter.textContent = ''
    if (!isNew) return
    clearTimeout(sayLater)
    // Seen as a bar as well: the heading may be far above what they are looking at.
    alerter.textContent = alert
    chime.play()
    if (chime.isOn()) navigator.vibrate?.(VIBRATION)
  }

  /** What has focus stays, also where the state no longer allows it; it goes when focus does. */
  const showActions = (state: string): void => {
    for (const part of page.querySelectorAll<HTMLElement>('[data-states]')) {
      const isShown = (part.dataset.states ?? '').split(' ').includes(state)
      if (isShown || !part.contains(document.activeElement)) part.hidden = !isShown
      else
        part.addEventListener('focusout', () => showActions(status?.dataset.state ?? state), { once: true })
    }
  }

  const show = (view: View): void => {
    const keepView = keptView()
    fill(view)
    keepView()
    tellCall(view)
    if (view.call === null) say(view.say)
  }

  const fill = (view: View): void => {
    time = view.time
    fillSlots(page, view)
    // A form that came back says so in the title, until there is something more important.
    if (!hasFailed || view.call !== null) document.title = view.documentTitle
    if (status && status.dataset.state !== view.state) {
      status.dataset.state = view.state
      showActions(view.state)
    }
  }

  for (const element of page.querySelectorAll<HTMLElement>('[data-without-script]')) element.hidden = true
  listenLive<View>(page.dataset.live, { show, tellStale: (isStale) => fillStale(page, isStale, time) })

  const box = page.querySelector<HTMLElement>('[data-live-sound]')
  const button = box?.querySelector('button')
  if (box && button) {
    box.hidden = false
    button.addEventListener('click', () => void press(button))
  }

  /** What is looked at stays where it is, also in browsers that don't see to it when parts above it come and go. */
  function keptView(): () => void {
    const focused = page?.contains(document.activeElement) ? document.activeElement : null
    const looked = focused ?? document.elementFromPoint(innerWidth / 2, innerHeight / 2)
    if (CSS.supports('overflow-anchor', 'auto') || !looked) return () => {}
    const before = looked.getBoundingClientRect().top
    return () => scrollBy(0, looked.getBoundingClientRect().top - before)
  }

  async function press(button: HTMLButtonElement): Promise<void> {
    if (chime.isOn()) chime.turnOff()
    else {
      await chime.turnOn()
      chime.play()
      navigator.vibrate?.(200)
      // A telephone that sleeps tells nobody; where it cannot be kept awake the words beside the button say so.
      void navigator.wakeLock?.request('screen').catch(() => {})
    }
    button.setAttribute('aria-pressed', String(chime.isOn()))
    button.textContent = (chime.isOn() ? button.dataset.off : button.dataset.on) ?? ''
  }
}

export {}
