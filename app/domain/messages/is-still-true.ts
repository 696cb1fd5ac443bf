import { epochSeconds, hasBegun, type Appointment } from '../scheduling/appointment.ts'
import type { NewMessage } from './message.ts'

/** After a pause of the worker a reminder that is later than this is left out: another follows, and two at once help nobody. */
const LATEST_REMINDER_SECONDS = 24 * 60 * 60

/**
 * True when what a message tells is still so; else it must not be sent, and a later message tells what is.
 * @param delayMinutes the delay that the office has announced for the day of the appointment
 */
export function isStillTrue(
  { kind, sequence, dueAt }: Pick<NewMessage, 'kind' | 'sequence' | 'dueAt'>,
  appointment: Appointment,
  { now, delayMinutes }: { now: Temporal.Instant; delayMinutes: number },
): boolean {
  const isComing = appointment.status === 'confirmed' && !hasBegun(appointment, now)
  const isAsThen = appointment.sequence === sequence
  switch (kind) {
    case 'confirmed':
    case 'moved':
      return isComing && isAsThen
    case 'reminder':
      return isComing && isAsThen && epochSeconds(now) < dueAt + LATEST_REMINDER_SECONDS
    case 'cancelled':
      return appointment.status === 'cancelled' && isAsThen
    case 'link':
      return isComing
    case 'delayed':
      return isComing && isAsThen && delayMinutes > 0
    case 'delay-over':
      return isComing && isAsThen && delayMinutes === 0
    default:
      return kind satisfies never
  }
}
