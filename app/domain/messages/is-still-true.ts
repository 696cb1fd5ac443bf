import { epochSeconds, hasBegun, type Appointment } from '../scheduling/appointment.ts'
import type { NewMessage } from './message.ts'

/** After a pause of the worker a reminder that is later than this is left out: another follows, and two at once help nobody. */
const LATEST_REMINDER_SECONDS = 24 * 60 * 60

/** True when what a message tells is still so; else it must not be sent, and a later message tells what is. */
export function isStillTrue(
  { kind, sequence, dueAt }: Pick<NewMessage, 'kind' | 'sequence' | 'dueAt'>,
  appointment: Appointment,
  now: Temporal.Instant,
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
    default:
      return kind satisfies never
  }
}
