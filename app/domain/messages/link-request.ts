import { epochSeconds } from '../scheduling/appointment.ts'

/** An e-mail address or a mobile number, as the contact page saves it, that a lost link is to be sent to. */
export type LinkRequest = { contact: string; askedAt: number }

const BUCKET_SECONDS = 10 * 60

/** Where asking again is the same request: who presses ten times gets one message. Epoch seconds, never later than now. */
export function requestBucket(now: Temporal.Instant): number {
  const seconds = epochSeconds(now)
  return seconds - (seconds % BUCKET_SECONDS)
}

/** Which of a contact's ways was typed. */
export function channelOfRequest({ contact }: Pick<LinkRequest, 'contact'>): 'email' | 'sms' {
  return contact.includes('@') ? 'email' : 'sms'
}

/** The ways to write one mobile number that may have been saved: with and without the country's own code. */
export function writtenForms(mobile: string): string[] {
  if (/^\d{8}$/.test(mobile)) return [mobile, `+47${mobile}`]
  const own = /^\+47(\d{8})$/.exec(mobile)?.[1]
  return own ? [mobile, own] : [mobile]
}
