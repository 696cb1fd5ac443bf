import { TICK_SECONDS } from '../time/tick.ts'
import type { QueueRules } from './queue-rules.ts'

/** Why an appointment cannot be checked in here and now; each has its answer. Moments are epoch seconds. */
export type CheckInRefusal =
  | { reason: 'unknown-code' }
  | { reason: 'cancelled' }
  /** They were checked in today, and that visit has ended: served, called without coming, or they left. */
  | { reason: 'visit-over' }
  | { reason: 'other-office'; officeId: string; startTick: number }
  | { reason: 'other-day'; startTick: number }
  | { reason: 'too-early'; startTick: number; opensAt: number }
  | { reason: 'too-late'; startTick: number }

/** Null when an appointment may be checked in at an office now. `day` and `today`: YYYY-MM-DD in Norway. */
export function whyNotCheckIn(
  { officeId, startTick, status, day }: { officeId: string; startTick: number; status: string; day: string },
  at: { officeId: string; today: string; now: number },
  { checkInOpensMinutes, checkInClosesMinutes }: QueueRules,
): CheckInRefusal | null {
  if (status === 'cancelled') return { reason: 'cancelled' }
  if (status !== 'confirmed') return { reason: 'unknown-code' }
  if (officeId !== at.officeId) return { reason: 'other-office', officeId, startTick }
  if (day !== at.today) return { reason: 'other-day', startTick }
  const start = startTick * TICK_SECONDS
  const opensAt = start - checkInOpensMinutes * 60
  if (at.now < opensAt) return { reason: 'too-early', startTick, opensAt }
  if (at.now > start + checkInClosesMinutes * 60) return { reason: 'too-late', startTick }
  return null
}
