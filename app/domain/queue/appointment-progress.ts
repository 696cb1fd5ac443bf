import { TICK_SECONDS } from '../time/tick.ts'
import type { QueueRules } from './queue-rules.ts'
import type { TicketStatus } from './ticket.ts'

/** How far an appointment of today has come, as the office sees it. */
export const APPOINTMENT_PROGRESS = [
  'booked',
  'checked-in',
  'being-served',
  'done',
  'no-show',
  'cancelled',
] as const
export type AppointmentProgress = (typeof APPOINTMENT_PROGRESS)[number]

/**
 * How far it has come.
 * @param tickets the statuses of those that it was checked in with: several when a family was parted
 * @param now epoch seconds
 */
export function appointmentProgress(
  { status, startTick }: { status: string; startTick: number },
  tickets: readonly TicketStatus[],
  { now, rules }: { now: number; rules: Pick<QueueRules, 'checkInClosesMinutes'> },
): AppointmentProgress {
  if (status === 'cancelled') return 'cancelled'
  const has = (...statuses: TicketStatus[]) => tickets.some((one) => statuses.includes(one))
  if (has('called', 'serving')) return 'being-served'
  if (has('waiting', 'parked')) return 'checked-in'
  if (has('finished')) return 'done'
  if (tickets.length > 0) return 'no-show'
  return now > startTick * TICK_SECONDS + rules.checkInClosesMinutes * 60 ? 'no-show' : 'booked'
}
