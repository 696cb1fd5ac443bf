import type { Person } from '../passport/person.ts'

/** `held` has an expiry and is not yet promised; `confirmed` is promised; `cancelled` owns no time. */
export type AppointmentStatus = 'held' | 'confirmed' | 'cancelled'

/** The languages we can write to a person in. */
export const MESSAGE_LANGUAGES = ['nb', 'nn', 'en'] as const
export type MessageLanguage = (typeof MESSAGE_LANGUAGES)[number]

/** How to reach the person. `withoutContact`: they said that they have neither, and get a printed receipt. */
export type Contact = {
  name: string
  email: string | null
  mobile: string | null
  withoutContact: boolean
  messageLanguage: MessageLanguage
}

/** A person of an appointment and the time that is theirs, in ticks. */
export type AppointmentPerson = Person & { resourceId: number; startTick: number; ticks: number }

/** Instants are epoch seconds, times are ticks. */
export type Appointment = {
  id: number
  idempotencyKey: string
  status: AppointmentStatus
  service: string
  officeId: string
  startTick: number
  heldSince: number
  expiresAt: number | null
  confirmedAt: number | null
  cancelledAt: number | null
  reference: string | null
  checkInCode: string | null
  contact: Contact | null
  sequence: number
  people: AppointmentPerson[]
}

/** True while the time is kept for this person: nobody else may take it. */
export function isLiving(appointment: Appointment, now: Temporal.Instant): boolean {
  switch (appointment.status) {
    case 'confirmed':
      return true
    case 'held':
      return appointment.expiresAt !== null && epochSeconds(now) < appointment.expiresAt
    case 'cancelled':
      return false
    default:
      return appointment.status satisfies never
  }
}

/**
 * Until when a hold lasts after a step: `holdMinutes` from now, but not longer than `longestHoldMinutes` from its
 * beginning, so that nobody keeps a time from others without booking it (docs/decisions/006). Epoch seconds.
 */
export function holdEnd(
  heldSince: number,
  now: Temporal.Instant,
  { holdMinutes, longestHoldMinutes }: { holdMinutes: number; longestHoldMinutes: number },
): number {
  return Math.min(epochSeconds(now) + holdMinutes * 60, heldSince + longestHoldMinutes * 60)
}

/** Whole seconds since the epoch, rounded down: what the tables store for an instant. */
export function epochSeconds(instant: Temporal.Instant): number {
  return Math.floor(instant.epochMilliseconds / 1000)
}
