import type { NextFunction, Request, Response } from 'express'
import { LANGUAGE_COOKIE, isLanguage, nearestLanguage, type Language } from '#app/i18n/languages.ts'
import { plainPage, type PlainPageName } from './plain-page.ts'

/** No form of a citizen is larger; uploads get a door of their own. */
const LARGEST_BODY_BYTES = 64 * 1024

const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i

/** No form has files yet, and the framework answers 500 to a broken multipart body: that door stays shut. */
const FORM = /^application\/x-www-form-urlencoded\s*(;|$)/i

/**
 * Turns away what the framework would answer with 500, before it gets there (security.md, pitfalls 2 and 3): odd
 * hosts and methods, posts from other sites, bodies that are no form. Each gets a clear 4xx.
 */
export function frontGuard(request: Request, response: Response, next: NextFunction): void {
  // A matching X-Forwarded-Host would pass the framework's own check of the origin.
  delete request.headers['x-forwarded-host']
  const refusal = whyRefused(request)
  if (!refusal) return next()
  const language = languageOf(request)
  response.status(refusal.status).set('Cache-Control', 'no-store').type('html')
  response.send(plainPage(language, refusal.page))
}

function whyRefused(request: Request): { status: number; page: PlainPageName } | null {
  const { method, headers } = request
  if (!isHost(headers.host ?? '')) return { status: 400, page: 'badRequest' }
  if (!request.url.startsWith('/') || !isDecodable(request.url)) return { status: 400, page: 'badRequest' }
  if (method === 'GET' || method === 'HEAD') return null
  if (method !== 'POST') return { status: 405, page: 'badRequest' }
  if (!comesFromHere(request)) return { status: 403, page: 'foreignPost' }
  if (!FORM.test(headers['content-type'] ?? '')) return { status: 415, page: 'badRequest' }
  const length = Number(headers['content-length'])
  if (!Number.isSafeInteger(length)) return { status: 411, page: 'badRequest' }
  return length > LARGEST_BODY_BYTES ? { status: 413, page: 'tooLarge' } : null
}

/** Some that look like one are none: a port above 65535, five numbers, a broken IPv6 address. */
function isHost(host: string): boolean {
  return HOST.test(host) && URL.canParse(`http://${host}`)
}

/** Fails closed: a browser that sends neither header cannot post. */
function comesFromHere({ headers }: Request): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const origin = headers.origin
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === headers.host
}

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url)
    return !url.includes('\0')
  } catch {
    return false
  }
}

/** The language of an answer: the address's, else the remembered, else the browser's. */
export function languageOf(request: Request): Language {
  const first = request.path.split('/')[1]
  return isLanguage(first)
    ? first
    : nearestLanguage(cookieOf(request, LANGUAGE_COOKIE), request.headers['accept-language'] ?? null)
}

export function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([key]) => key === name)?.[1]
}
