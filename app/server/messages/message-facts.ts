import type { MessageKind } from '#app/domain/messages/message.ts'
import type { FeeSum, WhatItTakes } from '#app/domain/passport/what-it-takes.ts'
import type { Contact } from '#app/domain/scheduling/appointment.ts'

/** Everything that a message may say. */
export type MessageFacts = {
  number: number
  kind: MessageKind
  /** How much the office is behind its times today. */
  delayMinutes: number
  contact: Contact
  today: Temporal.PlainDate
  now: Temporal.Instant
  startTick: number
  endTick: number
  sequence: number
  reference: string
  /** Says at the office that they are there, and opens nothing. */
  checkInCode: string | null
  /** The secret of the person's link. */
  secret: string
  /** What the appointment is for, where, for whom; null when the message must not say it. */
  topic: {
    officeName: string
    address: string | null
    postalPlace: string | null
    people: { name: string | null; takes: Pick<WhatItTakes, 'bring'>; lacksConsent: boolean }[]
    /** So long after the start they may still say that they are there. */
    lateMinutes: number
    fee: FeeSum
  } | null
}

/** What messages are sent from. */
export type Sender = { baseUrl: string; mailFrom: string }
