import type { NextFunction, Request, RequestHandler, Response } from 'express'
import helmet from 'helmet'

/** Security headers of every answer. Styles and scripts come from us alone; nothing is inline. */
export function securityHeaders({
  production,
  development,
  formActions,
}: {
  production: boolean
  development: boolean
  /** Origins that a form may lead to: whoever logs out is sent on to the identity provider. */
  formActions: readonly string[]
}): RequestHandler {
  return helmet({
    // `no-referrer` would make Chromium send `Origin: null` with a form, and every form without JavaScript would die.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: production,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'", ...formActions],
        imgSrc: ["'self'", 'data:'],
        styleSrc: development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        scriptSrc: development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        connectSrc: development ? ["'self'", 'ws:'] : ["'self'"],
      },
    },
  })
}

const PERSONAL = /^\/[a-z]{2}\/(passport\/book|appointments|me|staff|login|logout)(\/|$)/

/** What a browser asks for at each letter of a place; the same for everybody. */
const SUGGESTIONS = /^\/[a-z]{2}\/passport\/places\.json$/

/** Personal pages are never kept by a browser or a proxy; others are asked for anew each time. */
export function cacheHeaders(request: Request, response: Response, next: NextFunction): void {
  response.set('Cache-Control', cachePolicy(request.path))
  response.set('Permissions-Policy', 'geolocation=(self), camera=(), microphone=()')
  next()
}

/** Decided here alone: what a loader sets is added to it, not put in its place. */
function cachePolicy(path: string): string {
  if (PERSONAL.test(path)) return 'no-store'
  return SUGGESTIONS.test(path) ? 'private, max-age=3600' : 'private, no-cache'
}
