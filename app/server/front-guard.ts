import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { forgetForwarded } from './forwarded-headers.ts'
import { isForPrograms } from './is-for-programs.ts'
import type { PlainPageName } from './plain-page.ts'
import { refuse } from './refuse.ts'

/** No form of a citizen is larger; uploads get a door of their own. */
const LARGEST_BODY_BYTES = 64 * 1024

/** Eight people with all their answers, a place and filters are about one kilobyte. */
const LONGEST_ADDRESS = 8 * 1024

/** A browser sends about twenty, a proxy adds some. */
const MOST_HEADERS = 100

const METHODS = 'GET, HEAD, POST'
/** The open data is only read. */
const METHODS_OF_PROGRAMS = 'GET, HEAD, OPTIONS'

const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i

/** No form has files yet, and the framework answers 500 to a broken multipart body: that door stays shut. */
const FORM = /^application\/x-www-form-urlencoded\s*(;|$)/i

/** Two of these would let us and a proxy in front of us read different requests. */
const ONCE_ONLY = new Set([
  'host',
  'origin',
  'content-type',
  'content-length',
  'content-encoding',
  'transfer-encoding',
  'sec-fetch-site',
  'x-forwarded-host',
  'x-forwarded-proto',
])

type Refusal = { status: number; page: PlainPageName; reason: string; headers?: Record<string, string> }

const BAD = { status: 400, page: 'badRequest' } as const

/**
 * Turns away what the framework would answer with 500, before it gets there (security.md, pitfalls 2 and 3): odd
 * hosts, addresses and methods, posts from other sites, bodies that are no form. Each gets a clear 4xx.
 * @param ownUrl the only address under which the portal is served (production); null: any host that is one
 */
export function createFrontGuard({ ownUrl }: { ownUrl: string | null }): RequestHandler {
  const own = ownUrl === null ? null : new URL(ownUrl)

  function whyRefused(request: Request): Refusal | null {
    const { method, headers, url } = request
    return (
      whyHeadersRefused(request) ??
      whyHostRefused(headers.host ?? '', own) ??
      whyMethodRefused(request) ??
      whyAddressRefused(url) ??
      (method === 'POST' ? whyFormRefused(request, own) : whyBodyRefused(request))
    )
  }

  return function guard(request: Request, response: Response, next: NextFunction): void {
    forgetForwarded(request, { isHostKnown: own !== null })
    const refusal = whyRefused(request)
    if (refusal) return refuse(request, response, refusal)
    // "0x7f.1" is 127.0.0.1: the framework compares letter by letter.
    request.headers.host = own?.host ?? canonical(request.headers.host)
    // Who waits for our word before sending a body has it now (see http-server.ts).
    if (headerOf(request, 'expect')) response.writeContinue()
    next()
  }
}

function canonical(host = ''): string {
  return new URL(`http://${host}`).host
}

function headerOf({ headers }: Request, name: 'expect' | 'content-encoding'): string {
  return String(headers[name] ?? '').toLowerCase()
}

function whyHeadersRefused({ rawHeaders }: Request): Refusal | null {
  if (rawHeaders.length / 2 > MOST_HEADERS) return { ...BAD, status: 431, reason: 'headers' }
  const seen = new Set<string>()
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]?.toLowerCase() ?? ''
    if (!ONCE_ONLY.has(name)) continue
    if (seen.has(name)) return { ...BAD, reason: 'header-twice' }
    seen.add(name)
  }
  return null
}

/** Some that look like a host are none: a port above 65535, five numbers, a broken IPv6 address. */
function whyHostRefused(host: string, own: URL | null): Refusal | null {
  if (!HOST.test(host) || !URL.canParse(`http://${host}`)) return { ...BAD, reason: 'host' }
  if (own === null || new URL(`${own.protocol}//${host}`).host === own.host) return null
  return { status: 421, page: 'wrongHost', reason: 'host' }
}

function whyMethodRefused(request: Request): Refusal | null {
  const methods = isForPrograms(request) ? METHODS_OF_PROGRAMS : METHODS
  if (methods.split(', ').includes(request.method)) return null
  return { ...BAD, status: 405, reason: 'method', headers: { Allow: methods } }
}

function whyAddressRefused(url: string): Refusal | null {
  if (url.length > LONGEST_ADDRESS) return { status: 414, page: 'tooLong', reason: 'address' }
  // Two slashes, or one and a backslash, begin the address of another site, and signs that cannot be seen are left out of
  // one: the framework makes an address of what is decoded.
  const path = decodedOrNull(url.split('?', 1)[0] ?? '')
  const isOurs = path !== null && /^\/(?!\/)[^\\\p{Cc}]*$/u.test(path)
  return isOurs && decodedOrNull(url) !== null ? null : { ...BAD, reason: 'address' }
}

function whyBodyRefused({ headers }: Request): Refusal | null {
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0
  return hasBody ? { ...BAD, reason: 'body' } : null
}

function whyFormRefused(request: Request, own: URL | null): Refusal | null {
  const { headers } = request
  if (!comesFromHere(request, own)) return { status: 403, page: 'foreignPost', reason: 'origin' }
  const isPlain = ['', 'identity'].includes(headerOf(request, 'content-encoding'))
  if (!isPlain || !FORM.test(headers['content-type'] ?? '')) return { ...BAD, status: 415, reason: 'body' }
  const length = Number(headers['content-length'])
  if (!Number.isSafeInteger(length) || headers['transfer-encoding'] !== undefined) {
    return { ...BAD, status: 411, reason: 'body' }
  }
  return length > LARGEST_BODY_BYTES ? { status: 413, page: 'tooLarge', reason: 'body' } : null
}

/** Fails closed: what the browser says of the site and of the origin must both be right, and one must be there. */
function comesFromHere({ headers }: Request, own: URL | null): boolean {
  const site = headers['sec-fetch-site']
  const { origin } = headers
  if (site !== undefined && site !== 'same-origin') return false
  if (origin === undefined) return site !== undefined
  if (!URL.canParse(origin)) return false
  const { protocol, host } = new URL(origin)
  if (own) return protocol === own.protocol && host === own.host
  return /^https?:$/.test(protocol) && host === canonical(headers.host)
}

/** Null for what no browser writes: broken escapes, and the sign that ends texts elsewhere. */
function decodedOrNull(text: string): string | null {
  try {
    const decoded = decodeURIComponent(text)
    return decoded.includes('\0') ? null : decoded
  } catch {
    return null
  }
}
