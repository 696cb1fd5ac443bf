import type { Request, Response } from 'express'
import { createOpenCount, type MostOpen } from './count-open.ts'
import { refuse } from './refuse.ts'
import { visitOf } from './visits.ts'

/** A page believes that it is told everything for as long as it hears this (app/enhancements/live/live-source.ts). */
const BEAT_MILLISECONDS = 3_000

/** Of an address that is full; others will have closed their pages. */
const RETRY_AFTER_SECONDS = 15

/** Told to browsers; our pages come back by themselves and sooner. */
const RETRY_MILLISECONDS = 2_000

/** What waits for a slow reader is a few pictures; one who takes nothing for so long has gone. */
const MOST_WAITING_BYTES = 64 * 1024
const LONGEST_SILENCE_MILLISECONDS = 30_000

const BEAT = Buffer.from('event: beat\ndata: {}\n\n')

/** One message of a stream, written out once for all who get it. */
export type LiveMessage = Buffer

/** `data` must be one line, as JSON is. */
export function liveMessage(
  data: string,
  { event = 'picture', id }: { event?: string; id?: string },
): LiveMessage {
  return Buffer.from(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${data}\n\n`)
}

export type LiveSource = {
  /** Begins to send whole pictures, the first as soon as there is one; answers how to stop. */
  follow(send: (message: LiveMessage) => void): () => void
  /** False while it is not known whether what was sent last still holds: then the page is not told that it does. */
  isSure(): boolean
  /** Asked at every beat; who may no longer look is told `end` and cut off. */
  mayStay?(): Promise<boolean>
}

type Stream = { beat(): void; end(): void }

/**
 * Streams of server-sent events, open for as long as somebody looks at a page. Each message is a whole picture: for who
 * reads slowly the ones between are left out, so that nothing piles up.
 */
export function createLiveStreams({
  most,
  beatMilliseconds = BEAT_MILLISECONDS,
}: {
  most: () => MostOpen | null
  beatMilliseconds?: number
}) {
  const streams = new Set<Stream>()
  const count = createOpenCount(most)
  const beating = setInterval(() => {
    for (const stream of [...streams]) stream.beat()
  }, beatMilliseconds).unref()

  function open(request: Request, response: Response, source: LiveSource): void {
    const visit = visitOf(request)
    const leave = count.enter(visit.visitor.blocks)
    if (!leave) {
      const refusal = { status: 429, page: 'tooMany', reason: 'live' } as const
      return refuse(request, response, { ...refusal, retryAfterSeconds: RETRY_AFTER_SECONDS })
    }
    visit.openedAt = performance.now()
    request.socket.setKeepAlive(true)
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      // A proxy that gathers what it passes on would keep the news to itself.
      'X-Accel-Buffering': 'no',
    })
    response.write(`retry: ${RETRY_MILLISECONDS}\n\n`)

    let newest: LiveMessage | null = null
    let tookAt = performance.now()
    let isAsking = false

    const send = (message: LiveMessage) => {
      if (response.writableLength > MOST_WAITING_BYTES) newest = message
      else response.write(message)
    }
    const stop = source.follow(send)
    const stream: Stream = {
      beat() {
        if (response.writableLength === 0) tookAt = performance.now()
        if (performance.now() - tookAt > LONGEST_SILENCE_MILLISECONDS) return void response.destroy()
        if (source.isSure() && newest === null) send(BEAT)
        if (isAsking || !source.mayStay) return
        isAsking = true
        source.mayStay().then(
          (may) => {
            isAsking = false
            if (!may) response.end(liveMessage('{}', { event: 'end' }))
          },
          // The database is away: nobody is told anything until it is back.
          () => (isAsking = false),
        )
      },
      end: () => response.end(),
    }
    streams.add(stream)
    response.on('drain', () => {
      if (newest) response.write(newest)
      newest = null
    })
    response.once('close', () => {
      streams.delete(stream)
      leave()
      stop()
    })
  }

  return {
    open,
    /** How many look now. */
    count: () => streams.size,
    /** Ends every stream, so that the server can end; the pages come back by themselves. */
    close(): void {
      clearInterval(beating)
      for (const stream of [...streams]) stream.end()
    },
  }
}

export type LiveStreams = ReturnType<typeof createLiveStreams>
