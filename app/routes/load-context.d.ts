import type { Log } from '#app/server/log.ts'
import type { Visit } from '#app/server/visits.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }

  interface AppLoadContext {
    portal: Portal
    /** The request, as far as it is known at the door: its id, its nonce, from where it comes. */
    visit: Visit
    log: Log
    /** Addresses of the enhancement modules, by entry name. */
    enhancements: Record<string, string>
    settings: { mode: 'demo' | 'production'; baseUrl: string }
    /** Set while a request is answered, when the database did not answer. */
    databaseAway?: boolean
  }
}
