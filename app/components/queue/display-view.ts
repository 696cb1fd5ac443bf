import type { Language } from '#app/i18n/languages.ts'

/**
 * The words of the public display: on the page, and in what is sent to it when the queue changes. Numbers only: nothing
 * of who holds them (security.md, threat 14).
 */
export type DisplayView = {
  calls: {
    label: string
    counter: string
    /** Names one call: another when they are called again. */
    key: string
    /** So long it is yet to be shown alone. */
    secondsAlone: number
    /** What is said aloud, in the language of who is called. */
    language: Language
    speech: string
  }[]
  next: string[]
  waiting: string
  waits: { name: string; wait: string }[]
  delay: string | null
  /** Null while the queue is open. */
  closed: string | null
  /** "10.42": of when this is. */
  time: string
  updated: string
}
