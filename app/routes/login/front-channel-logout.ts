import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Audience } from '#app/domain/identity/session-rules.ts'
import { endSessionsBySid } from '#app/use-cases/session.server.ts'

/**
 * The provider calls this in a hidden frame of its own page when a person has logged out there (OpenID Connect
 * Front-Channel Logout 1.0). The frame brings no cookie of ours, so issuer and `sid` say whose session ends. The answer
 * is the same whether there was one.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const audience: Audience = pathname.startsWith('/login/staff/') ? 'staff' : 'citizen'
  const issuer = searchParams.get('iss')
  const sid = searchParams.get('sid')
  if (issuer && sid) await endSessionsBySid(context.identity, { audience, issuer, sid })
  return new Response(null, { status: 204 })
}
