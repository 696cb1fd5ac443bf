import type { Person } from '../passport/person.ts'
import { tickAt } from '../time/tick.ts'
import type { Seat } from './group-times.ts'

/**
 * `held` has an expiry and is not yet promised; `confirmed` is promised; `cancelled` owns no time; `merged` was a hold
 * whose time went over to the confirmed appointment that it was to change.
 */
export type AppointmentStatus = 'held' | 'confirmed' | 'cancelled' | 'merged'

/** The languages we can write to a person in. */
export const MESSAGE_LANGUAGES = ['nb', 'nn', 'en'] as const
export type MessageLanguage = (typeof MESSAGE_LANGUAGES)[number]

/** Where a letter goes: the lines between the name and the post code. */
export type PostalAddress = { lines: string[]; postalCode: string; postalPlace: string }

/** How to reach the person. `address`: where the national register knows one. `withoutContact`: they said that they have neither, and get a printed receipt. */
export type Contact = {
  name: string
  email: string | null
  mobile: string | null
  address: PostalAddress | null
  withoutContact: boolean
  messageLanguage: MessageLanguage
}

/**
 * What a person of an appointment is called, null until the contact page was filled in. `personKey`: who it is, when the
 * one who booked was logged in and this is they or a child of theirs.
 */
export type Named = { name: string | null; personKey: string | null }

/** A person of an appointment and the time that is theirs. */
export type AppointmentPerson = Person & Seat & Named

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
  /** For a hold: the confirmed appointment whose place it takes when it is confirmed. */
  changesId: number | null
  confirmedAt: number | null
  cancelledAt: number | null
  reference: string | null
  checkInCode: string | null
  contact: Contact | null
  /** Who booked it, when they were logged in. */
  personKey: string | null
  /** The person does not want to be reminded. */
  noReminders: boolean
  /** What they said to the guide before they booked, as `writeSaid` has it; never anything sensitive. */
  said: string | null
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
    case 'merged':
      return false
    default:
      return appointment.status satisfies never
  }
}

/** True from the moment at which the first of the appointment is called. */
export function hasBegun({ startTick }: Pick<Appointment, 'startTick'>, now: Temporal.Instant): boolean {
  return startTick <= tickAt(now)
}

/** Why an appointment cannot be changed. */
export type ChangeRefusal = { ok: false; reason: 'unknown-appointment' | 'cancelled' | 'too-late' }

/** Only one that is promised and has not begun can be changed; null when nothing is in the way. */
export function whyNotChangeable(
  appointment: Appointment | null,
  now: Temporal.Instant,
): ChangeRefusal | null {
  if (appointment?.status === 'cancelled') return { ok: false, reason: 'cancelled' }
  if (appointment?.status !== 'confirmed') return { ok: false, reason: 'unknown-appointment' }
  return hasBegun(appointment, now) ? { ok: false, reason: 'too-late' } : null
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

/**
 * The people as they are now, with the names that were typed for those who were there before: the first unused name of
 * somebody of the same age who wants the same, else of the same age. A wrong guess is seen on the contact page.
 */
export function withNames<P extends Person>(
  people: readonly P[],
  before: readonly AppointmentPerson[],
): (P & Named)[] {
  const left = [...before]
  function take(fits: (one: AppointmentPerson) => boolean): Named | null {
    const at = left.findIndex(fits)
    const found = at < 0 ? undefined : left.splice(at, 1)[0]
    return found?.name ? { name: found.name, personKey: found.personKey } : null
  }
  const same = people.map((person) =>
    take((one) => one.ageGroup === person.ageGroup && one.document === person.document),
  )
  return people.map((person, index) => ({
    ...person,
    ...(same[index] ?? take((one) => one.ageGroup === person.ageGroup) ?? NAMELESS),
  }))
}

const NAMELESS: Named = { name: null, personKey: null }
