import type { Request, Response } from 'express'
import { languageOf } from './language-of.ts'
import { plainPage, type PlainPageName } from './plain-page.ts'
import { visitOf } from './visits.ts'

type Refusal = {
  status: number
  page: PlainPageName
  /** For the log and the counters: words of ours. */
  reason: string
  headers?: Record<string, string>
  /** How long to wait before another try. */
  retryAfterSeconds?: number
}

/** Answers at the door with a page that needs nothing but this process, and remembers why. */
export function refuse(request: Request, response: Response, refusal: Refusal): void {
  const { status, page, reason, headers = {}, retryAfterSeconds } = refusal
  const visit = visitOf(request)
  visit.refused = reason
  const wait = retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) }
  response.writeHead(status, {
    ...headers,
    ...wait,
    'Cache-Control': 'no-store',
    'Content-Type': 'text/html; charset=utf-8',
  })
  const about = { reference: visit.id, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) }
  response.end(plainPage(languageOf(request), page, about))
}
