import type { NextFunction, Request, RequestHandler, Response } from 'express'
import helmet from 'helmet'
import { visitOf } from './visits.ts'

type Options = {
  production: boolean
  development: boolean
  /** Origins that a form may lead on to: a login's provider (security.md, pitfall 4). */
  formActions?: () => readonly string[]
}

/** Two years, the least that the lists of browsers take in. */
const HSTS_SECONDS = 2 * 365 * 24 * 60 * 60

const NOTHING = {
  defaultSrc: ["'none'"],
  baseUri: ["'none'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
}

/**
 * Security headers of every answer but the plain ones. Styles and scripts come from us alone; a script that stands in a page has the nonce
 * of its answer.
 */
export function securityHeaders({
  production,
  development,
  formActions = () => [],
}: Options): RequestHandler {
  return helmet({
    // `no-referrer` would make Chromium send `Origin: null` with a form, and every form without JavaScript would die.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: strictTransport(production),
    xFrameOptions: { action: 'deny' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameSrc: ["'none'"],
        frameAncestors: ["'none'"],
        // Found out as it is needed: what a provider says of itself is not known at the start.
        formAction: [() => ["'self'", ...new Set(formActions())].join(' ')],
        imgSrc: ["'self'", 'data:'],
        styleSrc: development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        scriptSrc: development
          ? ["'self'", "'unsafe-inline'"]
          : ["'self'", (request) => `'nonce-${visitOf(request).nonce}'`],
        scriptSrcAttr: ["'none'"],
        connectSrc: development ? ["'self'", 'ws:'] : ["'self'"],
      },
    },
  })
}

/** Security headers of answers that are no page: they load nothing and lie in no frame. */
export function plainHeaders({ production }: Pick<Options, 'production'>): RequestHandler {
  return helmet({
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: strictTransport(production),
    xFrameOptions: { action: 'deny' },
    contentSecurityPolicy: { useDefaults: false, directives: NOTHING },
  })
}

function strictTransport(production: boolean) {
  return production && { maxAge: HSTS_SECONDS, includeSubDomains: true }
}

/**
 * The pages that are the same for everybody who is not logged in. All others – a new route too, until it
 * is listed here – are never kept by a browser or a proxy.
 */
export const PUBLIC_PAGES: readonly string[] = [
  '/',
  '/pass',
  '/time',
  '/anmeld',
  '/ko',
  '/:language',
  '/:language/passport',
  // Not their pages: what somebody reads about stays in no store (docs/decisions/021).
  '/:language/services',
  '/:language/advice',
  '/:language/guide',
  '/:language/offices',
  '/:language/contact',
  '/:language/open-data',
  '/:language/accessibility',
  '/:language/privacy',
  '/:language/about-data',
]

/**
 * Steps of the booking that know nothing of who somebody is. The answer to a form that lacks something may be kept for
 * "back", which is else the browser's own page that nothing can be shown: it holds what the address of the next page
 * holds too. Never with a secret in the address: then it shows an appointment (docs/decisions/024).
 */
const STEPS_BEFORE_CONTACT: readonly string[] = [
  '/:language/passport/book/who',
  '/:language/passport/book/guardians',
  '/:language/passport/book/where',
  '/:language/passport/book/time',
]
const SECRETS = ['hold', 'change'] as const

/** What a browser asks for at each letter of a place; the same for everybody. */
const SUGGESTIONS = '/:language/passport/places.json'

/**
 * Decided here alone: what a loader sets is added to it, not put in its place.
 * @param bringsLogin whether a request brings the cookie of a login, living or not
 */
export function cacheHeaders({
  bringsLogin,
}: {
  bringsLogin: (request: Request) => boolean
}): RequestHandler {
  return function setCacheHeaders(request: Request, response: Response, next: NextFunction): void {
    const pattern = visitOf(request).route?.pattern ?? null
    response.set(
      'Cache-Control',
      cachePolicy(pattern, {
        bringsLogin: bringsLogin(request),
        isForm: request.method === 'POST',
        hasSecret: hasSecret(request),
      }),
    )
    response.set('Permissions-Policy', 'geolocation=(self), camera=(), microphone=()')
    next()
  }
}

/** Express reads no queries here (server.ts). */
function hasSecret({ url }: Pick<Request, 'url'>): boolean {
  const search = new URLSearchParams(url.split('?')[1])
  return SECRETS.some((name) => search.has(name))
}

/**
 * A public page is no longer the same for everybody once its header says who is logged in: on a shared computer "back"
 * would show the name after they have logged out.
 * @param pattern of the route; null for an address that nobody has
 * @param asked with `isForm` for what a form sends, `hasSecret` for an address that opens somebody's appointment
 */
export function cachePolicy(
  pattern: string | null,
  {
    bringsLogin,
    isForm = false,
    hasSecret = false,
  }: { bringsLogin: boolean; isForm?: boolean; hasSecret?: boolean },
): string {
  if (pattern === SUGGESTIONS) return 'private, max-age=3600'
  if (pattern === null || bringsLogin) return 'no-store'
  const isStep = isForm && !hasSecret && STEPS_BEFORE_CONTACT.includes(pattern)
  return isStep || PUBLIC_PAGES.includes(pattern) ? 'private, no-cache' : 'no-store'
}
