import ICAL from 'ical.js'

type CalendarEvent = {
  uid: string
  sequence: number
  status: string
  summary: string
  location: string
  start: Temporal.Instant
  end: Temporal.Instant
}

/** A calendar file of one event, as a calendar reads it (RFC 5545); `method`: what is to be done with it. */
export function readCalendar(text: string): CalendarEvent & { method: string } {
  const calendar = ICAL.Component.fromString(text)
  const [component, ...others] = calendar.getAllSubcomponents('vevent')
  if (!component || others.length > 0) throw new Error(`not a calendar of one event:\n${text}`)
  const event = new ICAL.Event(component)
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    uid: event.uid,
    sequence: event.sequence,
    status: String(component.getFirstPropertyValue('status')),
    summary: event.summary,
    location: event.location,
    start: instantOf(event.startDate),
    end: instantOf(event.endDate),
  }
}

/** A person's calendar: it merges the files it is given by UID and SEQUENCE (RFC 5546, 2.1.4 and 3.2). */
export function aCalendar() {
  const events = new Map<string, CalendarEvent>()
  return {
    take(text: string): void {
      const { method, ...event } = readCalendar(text)
      const known = events.get(event.uid)
      if (known && event.sequence <= known.sequence) return
      if (method === 'CANCEL') events.delete(event.uid)
      else events.set(event.uid, event)
    },
    events: () => [...events.values()],
  }
}

/** A time without a zone would be another moment in every calendar. */
function instantOf(time: ICAL.Time): Temporal.Instant {
  if (time.zone !== ICAL.Timezone.utcTimezone) throw new Error(`${time.toString()} is not in UTC`)
  return Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000)
}
