import type { Request, Response } from 'express'
import { translator } from '#app/i18n/i18n.ts'
import { isForPrograms } from './is-for-programs.ts'
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
  const asksProgram = isForPrograms(request)
  response.writeHead(status, {
    ...headers,
    ...wait,
    'Cache-Control': 'no-store',
    'Content-Type': asksProgram ? 'application/problem+json' : 'text/html; charset=utf-8',
  })
  const about = { reference: visit.id, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) }
  response.end(asksProgram ? problemOf(refusal, visit.id) : plainPage(languageOf(request), page, about))
}

/** The same words as on the page, as RFC 9457 has them. */
function problemOf({ status, page, reason }: Refusal, reference: string): string {
  const t = translator('en')
  return JSON.stringify({
    ...{ type: `/api/v1/problems/${reason}`, title: t(`errors:${page}.title`), status },
    ...{ detail: t(`errors:${page}.body`), reference },
  })
}
