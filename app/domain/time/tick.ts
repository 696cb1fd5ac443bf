/** The smallest step of time that can be claimed, in seconds. */
export const TICK_SECONDS = 300

/** The zone of all wall clocks in the portal. */
export const OSLO = 'Europe/Oslo'

/** A tick is a five-minute step since the epoch; this is the instant at which it begins. */
export function tickToInstant(tick: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(tick * TICK_SECONDS * 1000)
}

/** The tick that an instant falls in. */
export function tickAt(instant: Temporal.Instant): number {
  return Math.floor(instant.epochMilliseconds / 1000 / TICK_SECONDS)
}

/** The first tick that begins at or after an instant. */
export function tickFrom(instant: Temporal.Instant): number {
  return Math.ceil(instant.epochMilliseconds / 1000 / TICK_SECONDS)
}

/** The day on which a tick falls, in Norway. */
export function dayOfTick(tick: number): Temporal.PlainDate {
  return tickToInstant(tick).toZonedDateTimeISO(OSLO).toPlainDate()
}
