import { createHmac, randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { NextFunction, Request, Response } from 'express'
import { languageOf } from './language-of.ts'
import type { Log, RequestLine } from './log.ts'
import type { Metrics } from './metrics.ts'
import { randomLetters } from './random-letters.ts'
import { requestId } from './request-id.ts'
import type { RouteMatch, RouteTable } from './route-table.ts'
import type { Visitor } from './visitor.ts'

/** What the portal knows of one request, from its first header on. */
export type Visit = {
  /** Stands in the answer, in the log and on error pages. */
  id: string
  /** For the scripts of this one answer (content security policy). */
  nonce: string
  visitor: Visitor
  /** Null for what is no page: a file, or an address that nobody has. */
  route: RouteMatch | null
  /** Why it was refused at the door. */
  refused: string | null
  /** For a stream that stays open: when it was, as `performance.now()` says it. Until then it was answered. */
  openedAt?: number
}

/** 130 bits: nobody guesses it for the one answer that it is for. */
const NONCE_LETTERS = 26

const visits = new WeakMap<IncomingMessage, Visit>()

/** @throws {Error} before `see` */
export function visitOf(request: IncomingMessage): Visit {
  const visit = visits.get(request)
  if (!visit) throw new Error('A request must be seen before it is asked about')
  return visit
}

type Parts = {
  visitorOf: (address: string) => Visitor
  /** Null while the pages are still being built (development). */
  routes: () => RouteTable | null
  log: Log
  metrics: Metrics
}

/** Sees each request first: gives it an id, and tells of it in one line of the log when it is over. */
export function createVisits({ visitorOf, routes, log, metrics }: Parts) {
  const dailyHash = createDailyHash()

  function see(request: Request, response: Response, next: NextFunction): void {
    const began = performance.now()
    const sentBefore = request.socket.bytesWritten
    const visit: Visit = {
      id: requestId(),
      nonce: randomLetters(NONCE_LETTERS),
      // Empty when the connection has broken already.
      visitor: visitorOf(request.ip ?? ''),
      route: routes()?.match(request.path) ?? null,
      refused: null,
    }
    visits.set(request, visit)
    response.setHeader('X-Request-Id', visit.id)
    response.once('close', () => {
      const ended = performance.now()
      // How long somebody looks at a page says nothing of how soon they were answered.
      const milliseconds = (visit.openedAt ?? ended) - began
      const { method } = request
      const { statusCode: status, writableFinished } = response
      const route = visit.route?.pattern ?? 'other'
      metrics.answered({ route, method, status, seconds: milliseconds / 1000 })
      if (visit.refused) metrics.refused(visit.refused)
      if (!log.tellsRequests && status < 500) return
      log.request({
        ...{ id: visit.id, method, route, status },
        milliseconds: Math.round(milliseconds * 10) / 10,
        bytes: request.socket.bytesWritten - sentBefore,
        language: languageOf(request),
        from: dailyHash(visit.visitor.blocks.address),
        ...(visit.refused ? { refused: visit.refused } : {}),
        ...whatEnded(visit, { ended, writableFinished }),
      })
    })
    next()
  }
  return { see }
}

/** A stream ends when its visitor goes; elsewhere that leaves half an answer. */
function whatEnded(
  { openedAt }: Visit,
  { ended, writableFinished }: { ended: number; writableFinished: boolean },
): Pick<RequestLine, 'openSeconds' | 'isCutOff'> {
  if (openedAt !== undefined) return { openSeconds: Math.round((ended - openedAt) / 1000) }
  return writableFinished ? {} : { isCutOff: true }
}

/**
 * A hash whose key lives in this process for a day and is stored nowhere: lines of one address belong together, and
 * tomorrow nobody can say which address it was.
 */
function createDailyHash(): (text: string) => string {
  let day = ''
  let key = Buffer.alloc(0)
  return (text) => {
    const today = Temporal.Now.plainDateISO('UTC').toString()
    if (today !== day) {
      day = today
      key = randomBytes(32)
    }
    return createHmac('sha256', key).update(text).digest('base64url').slice(0, 10)
  }
}
