import { redirect } from '@remix-run/node'
import type { Cookies } from '#app/server/session-cookie.ts'
import type { Identity } from '#app/use-cases/identity.server.ts'

/**
 * Somebody who has gone a sensitive way through the guide has the cookie that opens it (guide-way.server.ts), until they
 * leave quickly or close the browser. On the pages that a way leads on to, the link to leave goes with them, and what they
 * look for is sealed in the address: it stays in the browser's history. Nothing is stored.
 */
export function afterSensitiveWay(
  request: Request,
  { identity, cookies }: { identity: Pick<Identity, 'seal'>; cookies: Pick<Cookies, 'read'> },
) {
  const secret = cookies.read(request.headers.get('Cookie'), 'way')

  /** The same address, with what it asks for sealed. */
  function hide(path: string): string {
    const [, page, search] = /^([^?]*)\?(.+)$/s.exec(path) ?? []
    if (!secret || search === undefined) return path
    return `${page}?${new URLSearchParams({ key: identity.seal.close(search, secret) })}`
  }

  return {
    isAfter: secret !== null,
    hide,
    /**
     * What the address asks for; nothing, when it is sealed and does not open.
     * @throws {Response} to the sealed address, when it is not
     */
    search(): URLSearchParams {
      const { pathname, search, searchParams } = new URL(request.url)
      const key = searchParams.get('key')
      if (key !== null) return new URLSearchParams((secret && identity.seal.open(key, secret)) ?? '')
      if (secret && search !== '') throw redirect(hide(`${pathname}${search}`))
      return searchParams
    },
    /** The enhancements of a page that has these of its own. */
    enhancements: (own: readonly string[]): string[] => [
      ...own,
      ...(secret === null ? [] : ['leave-quickly']),
    ],
  }
}
