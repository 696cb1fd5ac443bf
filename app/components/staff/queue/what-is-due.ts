/** So often it is asked while nobody tells what changes, and while contact is lost. */
const ASK_MILLISECONDS = 5_000
const ASK_STALE_MILLISECONDS = 1_500

/** Waits grow longer also while nothing changes. */
const RENEW_MILLISECONDS = 30_000

/** The server lets itself be heard every three seconds (app/server/live-streams.ts). */
const SILENCE_MILLISECONDS = 8_000

/** An attempt has its own time, however long it was silent before. */
const ATTEMPT_MILLISECONDS = 4_000

/** After so long a stream that failed is tried again; one that is refused while all else is answered, later. */
const RETRY_MILLISECONDS = 1_500
const RETRY_REFUSED_MILLISECONDS = 15_000
const MOST_QUICK_TRIES = 3

/** What is known of the way to the server; moments are milliseconds of the page's clock. */
export type Contact = {
  now: number
  /** When the stream was heard last, when it was begun last, and when the page was asked for last. */
  heardAt: number
  triedAt: number
  askedAt: number
  stream: 'open' | 'trying' | 'failed'
  /** How often in a row it has failed. */
  failures: number
  /** What is shown is known to be old. */
  isStale: boolean
}

/**
 * What a screen that brings itself up to date has to do now: ask for what it shows, begin to listen anew. After a net
 * was cut it is right again within five seconds, also when nobody touches it.
 */
export function whatIsDue(contact: Contact): { ask: boolean; listen: boolean } {
  return { ask: contact.now - contact.askedAt >= askAfter(contact), listen: isToListen(contact) }
}

function askAfter({ isStale, now, heardAt }: Contact): number {
  if (isStale) return ASK_STALE_MILLISECONDS
  // A cable that was pulled out closes nothing: only who is heard is there.
  return now - heardAt < SILENCE_MILLISECONDS ? RENEW_MILLISECONDS : ASK_MILLISECONDS
}

function isToListen({ now, heardAt, triedAt, stream, failures, isStale }: Contact): boolean {
  switch (stream) {
    case 'open':
      return now - Math.max(heardAt, triedAt) >= SILENCE_MILLISECONDS
    case 'trying':
      return now - triedAt >= ATTEMPT_MILLISECONDS
    case 'failed': {
      const isRefused = !isStale && failures > MOST_QUICK_TRIES
      return now - triedAt >= (isRefused ? RETRY_REFUSED_MILLISECONDS : RETRY_MILLISECONDS)
    }
    default:
      return stream satisfies never
  }
}
