import type { Cookies } from '#app/server/session-cookie.ts'
import type { Identity } from '#app/use-cases/identity.server.ts'
import type { Log } from '#app/server/log.ts'
import type { Visit } from '#app/server/visits.ts'
import type { Outbox } from '#app/server/messages/outbox-files.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import type { LoggedIn } from './logged-in.ts'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }

  interface AppLoadContext {
    portal: Portal
    identity: Identity
    cookies: Cookies
    /** Who is logged in, read anew for each request. */
    loggedIn: LoggedIn
    /** The request, as far as it is known at the door: its id, its nonce, from where it comes. */
    visit: Visit
    log: Log
    /** Addresses of the enhancement modules, by entry name. */
    enhancements: Record<string, string>
    settings: { mode: 'demo' | 'production'; baseUrl: string }
    /** The messages of the demonstration; null in earnest. */
    outbox: Outbox | null
    /** Set while a request is answered, when its visitor has to wait. */
    retryAfterSeconds?: number
    /** Set while a request is answered, when the database did not answer. */
    databaseAway?: boolean
  }
}
