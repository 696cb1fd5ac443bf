import type { SendMailOptions } from 'nodemailer'
import type { OutgoingEmail } from './outgoing.ts'

/** An e-mail as nodemailer takes it. */
export function emailOptions({ id, from, to, subject, text, calendar }: OutgoingEmail): SendMailOptions {
  return {
    messageId: `<${id}>`,
    from,
    to,
    subject,
    text,
    // Nobody reads answers, and no "I am away" is to come back (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(calendar
      ? { icalEvent: { method: calendar.method, filename: 'calendar.ics', content: calendar.content } }
      : {}),
  }
}
