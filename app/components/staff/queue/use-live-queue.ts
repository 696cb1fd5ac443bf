import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'

/** So often it is asked while nobody tells what changes. */
const ASK_MILLISECONDS = 5_000

/** So soon what was done on this screen is seen on it. */
const OWN_MILLISECONDS = 150

/** Waits grow longer also while nothing changes. */
const RENEW_MILLISECONDS = 30_000

/** A stream that is alive is heard more often. */
const SILENCE_MILLISECONDS = 10_000

/** After so long a stream that has ended is tried again. */
const RETRY_MILLISECONDS = 15_000

type Options = {
  /** Tells of changes: events called `queue`, whose data is `{ "version": n }`. */
  url: string
  /** What is shown. */
  version: number
  /** Without a key or a hand for so long nobody looks: then nothing is asked, and the session ends as it should. */
  idleSeconds: number
  /** An action is under way; what it leads to is asked for after it. */
  isBusy: boolean
}

/** Brings the page up to date when the queue has changed: told by the server, or by asking while it doesn't tell. */
export function useLiveQueue({ url, version, idleSeconds, isBusy }: Options): void {
  const { revalidate, state } = useRevalidator()
  const isIdle = state === 'idle' && !isBusy
  const now = useRef({ revalidate, isIdle, version })
  now.current = { revalidate, isIdle, version }
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
    let closedAt = 0
    let askedAt = lastSign
    function refresh() {
      askedAt = performance.now()
      if (performance.now() - lastSign < idleMilliseconds.current && now.current.isIdle)
        now.current.revalidate()
    }
    function sign() {
      const wasAway = performance.now() - lastSign >= idleMilliseconds.current
      lastSign = performance.now()
      if (wasAway) refresh()
    }
    function listen() {
      source?.close()
      source = new EventSource(url)
      const hear = () => (heardAt = performance.now())
      source.addEventListener('beat', hear)
      source.addEventListener('queue', ({ data }) => {
        hear()
        const newest = versionIn(data)
        if (newest === null || newest === told.current.version) return
        told.current.version = newest
        // What somebody has just done here themselves is on its way already.
        setTimeout(() => now.current.version < newest && refresh(), OWN_MILLISECONDS)
      })
    }
    function ask() {
      // A cable that was pulled out closes nothing: only who is heard is there.
      const isTold = performance.now() - heardAt < SILENCE_MILLISECONDS
      if (isTold && performance.now() - askedAt < RENEW_MILLISECONDS) return
      refresh()
      if (source?.readyState !== EventSource.CLOSED) return
      closedAt ||= performance.now()
      if (performance.now() - closedAt < RETRY_MILLISECONDS) return
      closedAt = 0
      listen()
    }
    listen()
    window.addEventListener('unhandledrejection', forgiveAbort)
    const timer = setInterval(ask, ASK_MILLISECONDS)
    for (const kind of SIGNS) document.addEventListener(kind, sign, { passive: true })
    return () => {
      source?.close()
      clearInterval(timer)
      window.removeEventListener('unhandledrejection', forgiveAbort)
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
