import type { TicketState } from '#app/domain/queue/ticket-facts.ts'

/** The words of a ticket as it stands: on the page, and in what is sent to the page when it changes. */
export type TicketView = {
  state: TicketState
  /** Of the browser's window. */
  documentTitle: string
  title: string
  /** Why they stand where they stand, or what to do. */
  lead: string
  wait: string | null
  delay: string | null
  help: string | null
  /** Names one call: another when they are called again. Null while not called. */
  call: string | null
  /** What is said at once, when they are called. */
  alert: string | null
  /** What is said when there is time for it. */
  say: string
  /** "10.42": of when this is. */
  time: string
  updated: string
}
