import { epochSeconds, isLiving, type Appointment } from '#app/domain/scheduling/appointment.ts'
import { passportRules, type Portal } from './portal.server.ts'

export type HoldState = {
  /** False once it has expired: others may take the time. */
  living: boolean
  until: Temporal.Instant
  secondsLeft: number
  /** False when the longest hold is reached. */
  canBeLonger: boolean
}

/** How a hold stands now, for the notice on every page of a held booking. */
export function holdState(portal: Pick<Portal, 'catalogue' | 'clock'>, appointment: Appointment): HoldState {
  const now = portal.clock.now()
  const end = appointment.expiresAt ?? 0
  return {
    living: isLiving(appointment, now),
    until: Temporal.Instant.fromEpochMilliseconds(end * 1000),
    secondsLeft: Math.max(0, end - epochSeconds(now)),
    canBeLonger: end < appointment.heldSince + passportRules(portal).longestHoldMinutes * 60,
  }
}
