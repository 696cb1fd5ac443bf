import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { whatIsDue } from './what-is-due.ts'

/** So soon what was done on this screen is seen on it. */
const OWN_MILLISECONDS = 150

const LOOK_MILLISECONDS = 500

/** More than a beat: who has waited so long when a silent server is heard again asked when it was not there. */
const LOST_MILLISECONDS = 4_000

type Options = {
  /** Tells of changes: events called `queue`, whose data is `{ "version": n }`. */
  url: string
  /** What is shown. */
  version: number
  /** Without a key or a hand for so long nobody looks: then nothing is asked, and the session ends as it should. */
  idleSeconds: number
  /** An action is under way; what it leads to is asked for after it. */
  isBusy: boolean
  /** What is shown is known to be old: contact was lost. */
  isStale: boolean
}

/** Brings the page up to date when the queue has changed: told by the server, or by asking while it doesn't tell. */
export function useLiveQueue({ url, version, idleSeconds, isBusy, isStale }: Options): void {
  const { revalidate, state } = useRevalidator()
  const isIdle = state === 'idle' && !isBusy
  const now = useRef({ revalidate, isIdle, version, isStale })
  now.current = { revalidate, isIdle, version, isStale }
  const idleMilliseconds = useRef(idleSeconds * 1000)
  const told = useRef({ version, asked: version })
  // What was told while an answer was under way may be newer than that answer.
  useEffect(() => {
    const { version: newest, asked } = told.current
    if (!isIdle || newest <= version || newest === asked) return
    told.current.asked = newest
    revalidate()
  }, [isIdle, version, revalidate])
  useEffect(() => {
    let lastSign = performance.now()
    let source: EventSource | null = null
    let heardAt = -Infinity
    let triedAt = lastSign
    let failures = 0
    let askedAt = lastSign
    const isLookedAt = () => performance.now() - lastSign < idleMilliseconds.current
    function refresh() {
      if (!isLookedAt() || !now.current.isIdle) return
      askedAt = performance.now()
      now.current.revalidate()
    }
    function sign() {
      const wasAway = !isLookedAt()
      lastSign = performance.now()
      if (wasAway) refresh()
    }
    function hear() {
      const wasSilent = performance.now() - heardAt > LOST_MILLISECONDS
      heardAt = performance.now()
      failures = 0
      if (!isLookedAt()) return
      if (now.current.isIdle) return void (now.current.isStale && refresh())
      // The server is there again: what was asked before it was may never be answered.
      if (!wasSilent || heardAt - askedAt < LOST_MILLISECONDS) return
      askedAt = heardAt
      now.current.revalidate()
    }
    function listen() {
      source?.close()
      triedAt = performance.now()
      source = new EventSource(url)
      source.addEventListener('open', hear)
      source.addEventListener('beat', hear)
      source.addEventListener('queue', ({ data }) => {
        hear()
        const newest = versionIn(data)
        if (newest === null || newest === told.current.version) return
        told.current.version = newest
        // What somebody has just done here themselves is on its way already.
        setTimeout(() => now.current.version < newest && refresh(), OWN_MILLISECONDS)
      })
      // The browser would try again too, but more slowly each time, and not after every kind of error.
      source.addEventListener('error', () => {
        source?.close()
        source = null
        failures += 1
        if (failures === 1) refresh()
      })
    }
    function look() {
      if (!isLookedAt()) return
      const stream = source === null ? 'failed' : source.readyState === EventSource.OPEN ? 'open' : 'trying'
      const due = whatIsDue({
        ...{ now: performance.now(), heardAt, triedAt, askedAt, stream, failures },
        isStale: now.current.isStale,
      })
      if (due.ask) refresh()
      if (due.listen) listen()
    }
    function comeBack() {
      listen()
      refresh()
    }
    listen()
    window.addEventListener('unhandledrejection', forgiveAbort)
    window.addEventListener('online', comeBack)
    window.addEventListener('offline', refresh)
    const timer = setInterval(look, LOOK_MILLISECONDS)
    for (const kind of SIGNS) document.addEventListener(kind, sign, { passive: true })
    return () => {
      source?.close()
      clearInterval(timer)
      window.removeEventListener('unhandledrejection', forgiveAbort)
      window.removeEventListener('online', comeBack)
      window.removeEventListener('offline', refresh)
      for (const kind of SIGNS) document.removeEventListener(kind, sign)
    }
  }, [url])
}

/** Remix gives up an answer for a newer one, and leaves the rest of the old one's body to nobody (2.17.5). */
function forgiveAbort(event: PromiseRejectionEvent): void {
  const { reason }: { reason: unknown } = event
  if (reason instanceof DOMException && reason.name === 'AbortError') event.preventDefault()
}

const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'focusin'] as const

function versionIn(data: unknown): number | null {
  const version = typeof data === 'string' ? /"version":\s*(\d+)/.exec(data)?.[1] : undefined
  return version === undefined ? null : Number(version)
}
