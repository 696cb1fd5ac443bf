import type { NextFunction, Request, RequestHandler, Response } from 'express'
import type { BuiltRoute } from '#app/server/route-table.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { rateLimits } from '#app/use-cases/rate-limits.server.ts'
import { aProblem } from './api-answer.ts'
import type { ApiResource } from './api-resource.ts'
import { keptAnswer, keptAnswers, type KeptAnswer } from './kept-answers.ts'
import { openApiDocument } from './openapi.ts'
import { API, RESOURCES } from './resources.ts'

/** What is wrong is told anew each time, but not for nothing. */
const KEPT_PROBLEM_SECONDS = 1
const KEPT_DOCUMENT_SECONDS = 300

const DOCUMENT = '/openapi.json'

/** The addresses of the open data, for the log and the counters. */
export function openDataRoutes(): BuiltRoute[] {
  return [...RESOURCES.map(({ path }) => path), DOCUMENT].map((path) => ({
    id: `open-data ${path}`,
    path: `${API}${path}`.replaceAll(/\{(\w+)\}/g, ':$1'),
  }))
}

/**
 * Lets pages of other sites read the open data, also with a header of their own. Comes first: what is refused further in
 * must be readable too.
 */
export function openToOthers(request: Request, response: Response, next: NextFunction): void {
  response.set('Access-Control-Allow-Origin', '*')
  response.set('Access-Control-Expose-Headers', 'ETag, Retry-After, RateLimit-Policy, X-Request-Id')
  if (request.method !== 'OPTIONS') return next()
  response.set('Access-Control-Allow-Methods', 'GET, HEAD')
  response.set('Access-Control-Allow-Headers', 'If-None-Match, Accept')
  response.set('Access-Control-Max-Age', '86400')
  response.status(204).end()
}

/**
 * Answers for the open data. It stands beside the framework, which takes longer to find a route than this to answer: the
 * same question is answered from memory for some seconds (docs/decisions/022).
 */
export function openData({ portal }: { portal: () => Portal | null }): RequestHandler {
  const answers = keptAnswers()

  async function answerTo(open: Portal, url: URL): Promise<KeptAnswer> {
    const path = url.pathname.slice(API.length).replace(/(?<=.)\/$/, '')
    if (path === DOCUMENT) {
      return answers.answerTo(DOCUMENT, async () =>
        keptAnswer({ ok: true, body: openApiDocument() }, KEPT_DOCUMENT_SECONDS),
      )
    }
    const found = resourceAt(path === '' ? '/' : path)
    const given = found && questionOf(found.parameters, url.searchParams)
    if (!found || !given) return keptAnswer(found ? twice() : notFound(), KEPT_PROBLEM_SECONDS)
    const question = `${path}?${JSON.stringify(Object.entries(given).sort())}`
    return answers.answerTo(question, async () => {
      const answer = await found.resource.ask(open, given)
      return keptAnswer(answer, answer.ok ? found.resource.keptSeconds : KEPT_PROBLEM_SECONDS)
    })
  }

  return (request, response, next) => {
    const open = portal()
    if (!open) return next()
    const { address } = rateLimits(open)['open-data']
    response.set('RateLimit-Policy', `"address";q=${address.most};w=${address.seconds}`)
    answerTo(open, new URL(request.originalUrl, 'http://portal')).then(
      (answer) => send(request, response, answer),
      next,
    )
  }
}

function send(request: Request, response: Response, answer: KeptAnswer): void {
  const { status, type, etag, body, gzip, keptSeconds } = answer
  response.set('Cache-Control', status === 200 ? `public, max-age=${keptSeconds}` : 'no-store')
  response.set('Vary', 'Accept-Encoding')
  response.set('Cross-Origin-Resource-Policy', 'cross-origin')
  response.set('ETag', etag)
  if (status === 200 && matches(request.headers['if-none-match'], etag))
    return void response.status(304).end()
  response.set('Content-Type', `${type}; charset=utf-8`)
  const takesGzip =
    gzip !== null && /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(request.headers['accept-encoding'] ?? '')
  if (takesGzip) response.set('Content-Encoding', 'gzip')
  const bytes = takesGzip ? gzip : body
  response.set('Content-Length', String(bytes.length))
  response.status(status).end(request.method === 'HEAD' ? undefined : bytes)
}

/** A proxy that packs an answer may have made its tag a weak one. */
function matches(header: string | undefined, etag: string): boolean {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return tags.includes(etag) || tags.includes('*')
}

function resourceAt(path: string): { resource: ApiResource; parameters: Record<string, string> } | null {
  for (const { resource, pattern } of PATTERNS) {
    const match = pattern.exec(path)
    if (match) return { resource, parameters: decodedGroups(match.groups ?? {}) }
  }
  return null
}

const PATTERNS = RESOURCES.map((resource) => ({
  resource,
  pattern: new RegExp(`^${resource.path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}))

function decodedGroups(groups: Record<string, string>): Record<string, string> {
  // The front guard lets in nothing that cannot be decoded.
  return Object.fromEntries(Object.entries(groups).map(([name, part]) => [name, decodeURIComponent(part)]))
}

/** What is asked, by name; null when a name stands there twice, also in the path. */
function questionOf(path: Record<string, string>, search: URLSearchParams): Record<string, string> | null {
  const names = [...Object.keys(path), ...search.keys()]
  return new Set(names).size === names.length ? { ...path, ...Object.fromEntries(search) } : null
}

function notFound() {
  return aProblem('not-found', {
    ...{ status: 404, title: 'There is nothing here' },
    detail: `What there is to read stands in ${API}${DOCUMENT}.`,
  })
}

function twice() {
  return aProblem('wrong-question', {
    ...{ status: 400, title: 'The question cannot be answered as it is written' },
    detail: 'A parameter is there twice.',
  })
}
