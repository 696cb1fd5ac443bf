import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { refuse } from './refuse.ts'
import { visitOf, type Visit } from './visits.ts'

/** Where else than in the path a secret of a link stands: a hold that is replaced, an appointment that is changed. */
const SECRET_PARAMETERS = ['hold', 'change']

/** Anything else is not looked up by the pages either. */
const SECRET = /^[\w-]{22}$/

/** Those who are here at once, and some. */
const MOST_KEPT = 20_000

type Parts = {
  /** What is kept of a secret. */
  hashOf: (secret: string) => string
  /** True for the hash of one that opens something. */
  isKnown: (hash: string) => Promise<boolean>
  /** Counts a secret that opens nothing; refuses when there have been too many from there. */
  countWrong: (visit: Visit) => Promise<{ ok: true } | { ok: false; retryAfterSeconds: number }>
  isAway: (error: unknown) => boolean
}

/**
 * Counts guesses: every request that carries a secret is looked at before its page, whichever page that is. Too many
 * wrong ones from an address are answered 429 – the right ones never, so that nobody is locked out by a neighbour.
 */
export function createLinkGuard({ hashOf, isKnown, countWrong, isAway }: Parts) {
  /** Hashes of secrets that opened something lately; the first is the one that was not used the longest. */
  const lately = new Set<string>()

  /** One that did lately is not looked up again: if what it opened is gone, it is still no guess. */
  async function opensSomething(secret: string): Promise<boolean> {
    const hash = hashOf(secret)
    if (!lately.delete(hash) && !(await isKnown(hash))) return false
    lately.add(hash)
    const [oldest] = lately.size > MOST_KEPT ? lately : []
    if (oldest !== undefined) lately.delete(oldest)
    return true
  }

  async function look(request: Request, response: Response, next: NextFunction): Promise<void> {
    for (const secret of secretsOf(request)) {
      if (await opensSomething(secret)) continue
      const counted = await countWrong(visitOf(request))
      if (counted.ok) continue
      const { retryAfterSeconds } = counted
      const refusal = { status: 429, page: 'tooMany', reason: 'wrong-links', retryAfterSeconds } as const
      return refuse(request, response, refusal)
    }
    next()
  }

  const guard: RequestHandler = (request, response, next) => {
    if (secretsOf(request).length === 0) return next()
    // When the database is away the page says so itself.
    look(request, response, next).catch((error: unknown) => (isAway(error) ? next() : next(error)))
  }

  return {
    guard,
    /** A key of who shows a secret that opened something lately; looked up nowhere, so that a flood costs nothing. */
    ownKey(request: Request): string | null {
      const hashes = secretsOf(request).map(hashOf)
      return hashes.find((hash) => lately.has(hash)) ?? null
    },
  }
}

function secretsOf(request: Request): string[] {
  const inPath = visitOf(request).route?.params.secret
  const query = request.url.split('?', 2)[1]
  const search = query === undefined ? null : new URLSearchParams(query)
  const inQuery = search ? SECRET_PARAMETERS.map((name) => search.get(name) ?? '') : []
  const secrets = [...(inPath === undefined ? [] : [inPath]), ...inQuery.filter((text) => SECRET.test(text))]
  return [...new Set(secrets)]
}
