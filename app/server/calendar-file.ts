import {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
  default as ical,
} from 'ical-generator'
import { TICK_SECONDS } from '#app/domain/time/tick.ts'

/** An appointment as a calendar knows it. */
export type CalendarEvent = {
  /** The same for as long as the appointment lives: by it a calendar finds what it has. */
  uid: string
  /** Grows with each change; a calendar leaves older news alone. */
  sequence: number
  isCancelled: boolean
  startTick: number
  endTick: number
  summary: string
  location: string
  description: string
  link: string
}

/** Who invites whom, for a file that comes by e-mail. */
export type Invitation = {
  organizer: { name: string; address: string }
  attendee: { name: string; address: string }
}

/**
 * A calendar file (RFC 5545). One that a person fetches is published; one that comes by e-mail is an invitation that has
 * been accepted already (RFC 5546: REQUEST), because mail programs move and remove by themselves only what they were
 * invited to. Both are taken back by CANCEL.
 */
export function calendarFile(
  event: CalendarEvent,
  { now, invitation = null }: { now: Temporal.Instant; invitation?: Invitation | null },
): { method: 'PUBLISH' | 'REQUEST' | 'CANCEL'; content: string } {
  const method = event.isCancelled ? 'CANCEL' : invitation ? 'REQUEST' : 'PUBLISH'
  const calendar = ical({
    prodId: { company: 'forste-kontakt', product: 'portal' },
    method: ICalCalendarMethod[method],
  })
  const entry = calendar.createEvent({
    id: event.uid,
    sequence: event.sequence,
    stamp: new Date(now.epochMilliseconds),
    start: new Date(event.startTick * TICK_SECONDS * 1000),
    end: new Date(event.endTick * TICK_SECONDS * 1000),
    status: event.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    summary: event.summary,
    location: event.location,
    description: event.description,
    url: event.link,
  })
  if (invitation) {
    const { organizer, attendee } = invitation
    entry.organizer({ name: organizer.name, email: organizer.address })
    entry.createAttendee({
      ...(attendee.name === '' ? {} : { name: attendee.name }),
      email: attendee.address,
      // Nobody has to answer: they asked for it themselves.
      rsvp: false,
      status: ICalAttendeeStatus.ACCEPTED,
      role: ICalAttendeeRole.REQ,
    })
  }
  return { method, content: calendar.toString() }
}

/** The UID of an appointment, by its reference, in calendars that get it from this portal. */
export function calendarUid(reference: string, baseUrl: string): string {
  return `${reference}@${new URL(baseUrl).hostname}`
}
