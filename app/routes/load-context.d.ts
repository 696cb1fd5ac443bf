import type { Cookies } from '#app/server/session-cookie.ts'
import type { Identity } from '#app/use-cases/identity.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import type { Visitor } from './visitor.ts'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }

  interface AppLoadContext {
    portal: Portal
    identity: Identity
    cookies: Cookies
    /** Who the request comes from, read anew for each. */
    visitor: Visitor
    /** Addresses of the enhancement modules, by entry name. */
    enhancements: Record<string, string>
    settings: { mode: 'demo' | 'production'; baseUrl: string }
    /** Set while a request is answered, when the database did not answer. */
    databaseAway?: boolean
  }
}
