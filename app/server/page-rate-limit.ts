import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { isForPrograms } from './is-for-programs.ts'
import { refuse } from './refuse.ts'
import { visitOf } from './visits.ts'

type Allowance = { most: number; seconds: number }
type PageLimits = {
  reads: { address: Allowance; network: Allowance }
  forms: { address: Allowance; network: Allowance }
  'open-data': { address: Allowance; network: Allowance }
  ownLink: Allowance
}

/**
 * The first tier of limits: pages and forms by address, in the memory of this process. A school or a mobile operator
 * sends many people through one address; so who shows that they are in the middle of something of their own goes on by an
 * allowance of their own when the address has used up the common one (docs/decisions/012).
 * @param limits null while the portal is not open: then there is nothing to protect
 * @param ownKey what only the visitor has: a link that opened something lately
 */
export function createPageRateLimit({
  limits,
  ownKey,
}: {
  limits: () => PageLimits | null
  ownKey: (request: Request) => string | null
}): RequestHandler {
  const counters = new Map<string, RateLimiterMemory>()

  /** The milliseconds to wait; null when it is within the allowance. */
  async function waitFor(name: string, { most, seconds }: Allowance, key: string): Promise<number | null> {
    // A limit that changes in the data begins to count anew.
    const id = `${name} ${most} ${seconds}`
    const counter = counters.get(id) ?? new RateLimiterMemory({ points: most, duration: seconds })
    counters.set(id, counter)
    try {
      await counter.consume(key)
      return null
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return refusal.msBeforeNext
      throw refusal
    }
  }

  async function waitOf(request: Request, all: PageLimits): Promise<number | null> {
    // Programs have an allowance of their own: they take nothing from the people at their address.
    const kind = isForPrograms(request) ? 'open-data' : request.method === 'POST' ? 'forms' : 'reads'
    const { address, network } = all[kind]
    const { blocks } = visitOf(request).visitor
    // Who is over their own allowance uses up nothing of their neighbours'.
    const wait =
      (await waitFor(`${kind} address`, address, blocks.address)) ??
      (await waitFor(`${kind} network`, network, blocks.network))
    if (wait === null) return null
    const own = ownKey(request)
    return own !== null && (await waitFor('own', all.ownLink, own)) === null ? null : wait
  }

  return (request: Request, response: Response, next: NextFunction) => {
    const all = limits()
    if (all === null) return next()
    waitOf(request, all).then((wait) => {
      if (wait === null) return next()
      const retryAfterSeconds = Math.max(1, Math.ceil(wait / 1000))
      refuse(request, response, { status: 429, page: 'tooMany', reason: 'too-many-pages', retryAfterSeconds })
    }, next)
  }
}
