/**
 * What a message tells. `link` is asked for by somebody who has lost their link; `delayed` and `delay-over` tell those who
 * have an appointment later today that the office is behind its times, and that it is not any more.
 */
export const MESSAGE_KINDS = [
  'confirmed',
  'moved',
  'cancelled',
  'reminder',
  'link',
  'delayed',
  'delay-over',
] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/** `void`: what it would have told was no longer so when its moment came; `dead`: given up, staff can send it again. */
export const MESSAGE_STATUSES = ['waiting', 'sent', 'void', 'dead'] as const
export type MessageStatus = (typeof MESSAGE_STATUSES)[number]

export const CHANNELS = ['email', 'sms', 'letter'] as const
export type Channel = (typeof CHANNELS)[number]

/** A message that is to be sent. Moments are epoch seconds. */
export type NewMessage = {
  appointmentId: number
  kind: MessageKind
  dueAt: number
  /** That of the appointment it tells of. */
  sequence: number
  /** Where it must go; null where the contact decides when its moment comes. */
  channel: Channel | null
}

export type Message = NewMessage & { id: number; attempts: number }
