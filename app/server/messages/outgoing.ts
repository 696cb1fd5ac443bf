import type { MessageLanguage } from '#app/domain/scheduling/appointment.ts'

/** The id of a message is the same each time it is sent, so that one that comes twice is seen to be the same. */
type Common = { id: string; number: number; language: MessageLanguage; text: string }

export type OutgoingEmail = Common & {
  channel: 'email'
  from: { name: string; address: string }
  to: { name: string; address: string }
  subject: string
  /** What a calendar is to do. */
  calendar: { method: 'PUBLISH' | 'REQUEST' | 'CANCEL'; content: string } | null
}

export type OutgoingSms = Common & {
  channel: 'sms'
  /** With the country's code. */
  to: string
}

export type OutgoingLetter = Common & {
  channel: 'letter'
  /** As it stands on the envelope, line by line. */
  to: string[]
  subject: string
}

export type Outgoing = OutgoingEmail | OutgoingSms | OutgoingLetter

/**
 * What came of handing a message over. `isFinal`: trying this address again is of no use. `failure`: a few letters
 * without personal data.
 */
export type Delivery = { ok: true } | { ok: false; isFinal: boolean; failure: string }

/** Hands messages over to those who carry them. */
export type Post = {
  send(message: Outgoing): Promise<Delivery>
  close(): Promise<void>
}
