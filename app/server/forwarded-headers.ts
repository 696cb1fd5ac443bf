import type { Request } from 'express'

/** Everything with which a proxy says what it was asked, and anybody else may say it too. */
const FORWARDED = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-forwarded-server',
  'x-real-ip',
  'x-original-url',
  'x-rewrite-url',
  'forwarded',
]

/**
 * Takes such words away unless they come from a proxy that is trusted (TRUST_PROXY): a matching X-Forwarded-Host would
 * pass the framework's own check of the origin, and a garbled one is answered with 500 (security.md, pitfall 2).
 * @param isHostKnown where the host can only be our own, the proxy may say that it was asked for; else nobody may
 */
export function forgetForwarded(request: Request, { isHostKnown }: { isHostKnown: boolean }): void {
  const { headers } = request
  if (isTrusted(request)) {
    const host = headers['x-forwarded-host']
    if (isHostKnown && typeof host === 'string' && host !== '') headers.host = host
    const proto = headers['x-forwarded-proto']
    const kept = ['x-forwarded-for', ...(proto === 'http' || proto === 'https' ? ['x-forwarded-proto'] : [])]
    for (const name of FORWARDED) if (!kept.includes(name)) delete headers[name]
  } else for (const name of FORWARDED) delete headers[name]
}

/** Express has compiled the setting "trust proxy" to a function. */
function isTrusted({ app, socket }: Request): boolean {
  const trusts: unknown = app.get('trust proxy fn')
  return typeof trusts === 'function' && trusts(socket.remoteAddress, 0) === true
}
