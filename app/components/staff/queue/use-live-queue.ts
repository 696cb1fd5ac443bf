import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'

/** So often it is asked while nobody tells what changes. */
const ASK_MILLISECONDS = 5_000

/** After so long a stream that has ended is tried again. */
const RETRY_MILLISECONDS = 15_000

type Options = {
  /** Tells of changes: events called `queue`, whose data is `{ "version": n }`. */
  url: string
  /** What is shown. */
  version: number
  /** Without a key or a hand for so long nobody looks: then nothing is asked, and the session ends as it should. */
  idleSeconds: number
}

/** Brings the page up to date when the queue has changed: told by the server, or by asking while it doesn't tell. */
export function useLiveQueue({ url, version, idleSeconds }: Options): void {
  const { revalidate, state } = useRevalidator()
  const now = useRef({ revalidate, state })
  now.current = { revalidate, state }
  const idleMilliseconds = useRef(idleSeconds * 1000)
  const told = useRef({ version, asked: version })
  // What was told while an answer was under way may be newer than that answer.
  useEffect(() => {
    const { version: newest, asked } = told.current
    if (state !== 'idle' || newest <= version || newest === asked) return
    told.current.asked = newest
    revalidate()
  }, [state, version, revalidate])
  useEffect(() => {
    let lastSign = performance.now()
    let source: EventSource | null = null
    let closedAt = 0
    function refresh() {
      if (performance.now() - lastSign < idleMilliseconds.current && now.current.state === 'idle')
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
      source.addEventListener('queue', ({ data }) => {
        const newest = versionIn(data)
        if (newest === null || newest === told.current.version) return
        told.current.version = newest
        refresh()
      })
    }
    function ask() {
      if (source?.readyState === EventSource.OPEN) return
      refresh()
      if (source?.readyState !== EventSource.CLOSED) return
      closedAt ||= performance.now()
      if (performance.now() - closedAt < RETRY_MILLISECONDS) return
      closedAt = 0
      listen()
    }
    listen()
    const timer = setInterval(ask, ASK_MILLISECONDS)
    for (const kind of SIGNS) document.addEventListener(kind, sign, { passive: true })
    return () => {
      source?.close()
      clearInterval(timer)
      for (const kind of SIGNS) document.removeEventListener(kind, sign)
    }
  }, [url])
}

const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'focusin'] as const

function versionIn(data: unknown): number | null {
  const version = typeof data === 'string' ? /"version":\s*(\d+)/.exec(data)?.[1] : undefined
  return version === undefined ? null : Number(version)
}
