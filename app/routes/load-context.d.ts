import type { Outbox } from '#app/server/messages/outbox-files.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }

  interface AppLoadContext {
    portal: Portal
    /** Addresses of the enhancement modules, by entry name. */
    enhancements: Record<string, string>
    settings: { mode: 'demo' | 'production'; baseUrl: string }
    /** The messages of the demonstration; null in earnest. */
    outbox: Outbox | null
    /** Set while a request is answered, when the database did not answer. */
    databaseAway?: boolean
  }
}
