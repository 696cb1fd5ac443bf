import { hasBegun, type Appointment } from '../scheduling/appointment.ts'
import type { NewMessage } from './message.ts'

/** True when what a message tells is still so; else it must not be sent, and a later message tells what is. */
export function isStillTrue(
  { kind, sequence }: Pick<NewMessage, 'kind' | 'sequence'>,
  appointment: Appointment,
  now: Temporal.Instant,
): boolean {
  const isComing = appointment.status === 'confirmed' && !hasBegun(appointment, now)
  const isAsThen = appointment.sequence === sequence
  switch (kind) {
    case 'confirmed':
    case 'moved':
    case 'reminder':
      return isComing && isAsThen
    case 'cancelled':
      return appointment.status === 'cancelled' && isAsThen
    case 'link':
      return isComing
    default:
      return kind satisfies never
  }
}
