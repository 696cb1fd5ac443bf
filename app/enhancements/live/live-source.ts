// News of a queue as they come: comes back by itself, and knows when it has not heard for too long.

/** The server lets itself be heard every three seconds (app/server/live-streams.ts). */
const SILENCE_MILLISECONDS = 8_000
/** An attempt that nobody has answered after so long is lost. */
const ATTEMPT_MILLISECONDS = 4_000
const LOOK_MILLISECONDS = 500

/** Tries again after so long, twice as long each time, and not longer: a restart takes some seconds. */
const FIRST_TRY_MILLISECONDS = 500
const LAST_TRY_MILLISECONDS = 2_000
/** So many pages must not all come back in the same moment: each has been open for another time. */
const SPREAD_MILLISECONDS = 500

type Hearing<View> = {
  /** A whole picture. */
  show(view: View): void
  /** Nothing has been heard for too long, or it is heard again. */
  tellStale(isStale: boolean): void
}

/** Listens at an address for as long as the page is open. */
export function listenLive<View>(address: string, { show, tellStale }: Hearing<View>): void {
  let source: EventSource | null = null
  let heardAt = performance.now()
  let triedAt = heardAt
  let isStale = false
  let tries = 0
  let timer = 0

  function heard(): void {
    heardAt = performance.now()
    tries = 0
    if (isStale) tellStale((isStale = false))
  }

  function connect(): void {
    clearTimeout(timer)
    timer = 0
    source?.close()
    triedAt = performance.now()
    source = new EventSource(address)
    source.addEventListener('picture', ({ data }: MessageEvent<string>) => {
      heard()
      const view: View = JSON.parse(data)
      show(view)
    })
    source.addEventListener('beat', heard)
    // The browser would come back too, but not after every kind of error, and more slowly each time.
    source.addEventListener('error', comeBack)
    source.addEventListener('end', () => location.reload())
  }

  function comeBack(): void {
    source?.close()
    source = null
    if (timer) return
    const wait = Math.min(LAST_TRY_MILLISECONDS, FIRST_TRY_MILLISECONDS * 2 ** tries)
    tries += 1
    timer = window.setTimeout(connect, wait + (performance.now() % SPREAD_MILLISECONDS))
  }

  setInterval(() => {
    const now = performance.now()
    if (!isStale && now - heardAt >= SILENCE_MILLISECONDS) tellStale((isStale = true))
    const isOpen = source?.readyState === EventSource.OPEN
    if (source && isLost({ isOpen, now, heardAt, triedAt })) comeBack()
  }, LOOK_MILLISECONDS)
  addEventListener('online', connect)
  // Woken from the browser's memory of pages, or from sleep.
  addEventListener('pageshow', ({ persisted }) => persisted && connect())
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && performance.now() - heardAt > SILENCE_MILLISECONDS / 2) connect()
  })
  connect()
}

type Attempt = {
  /** The server has begun to answer. */
  isOpen: boolean
  now: number
  heardAt: number
  triedAt: number
}

/**
 * Whether what seems to be open is not: a net may go away without a word. An attempt has its own time, however long it
 * was silent before: given up for that, each would be followed by a longer wait, and a page be right again much later
 * than it could. All times in milliseconds of the page's clock.
 */
export function isLost({ isOpen, now, heardAt, triedAt }: Attempt): boolean {
  const patience = isOpen ? SILENCE_MILLISECONDS : ATTEMPT_MILLISECONDS
  return now - Math.max(heardAt, triedAt) >= patience
}

/** Puts the words of a view into the elements that are named after them; one without words is hidden. */
export function fillSlots(root: HTMLElement, words: Record<string, unknown>): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-slot]')) {
    const text = words[element.dataset.slot ?? '']
    if (text === undefined) continue
    const shown = typeof text === 'string' ? text : ''
    if (element.textContent !== shown) element.textContent = shown
    element.hidden = shown === ''
  }
}

/** Says, or no longer says, since when the page is old. */
export function fillStale(root: HTMLElement, isStale: boolean, time: string): void {
  const element = root.querySelector<HTMLElement>('[data-live-stale]')
  if (!element) return
  element.textContent = isStale ? (element.dataset.text ?? '').replace('{time}', time) : ''
  element.hidden = !isStale
}

/** What o'clock the page is from: it may never hear anything newer. */
export function timeServed(root: HTMLElement): string {
  return root.querySelector<HTMLElement>('[data-live-stale]')?.dataset.time ?? ''
}
