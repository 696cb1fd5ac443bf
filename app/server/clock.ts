/** What time it is; an argument everywhere, so that a test can be on any day. */
export type Clock = { now(): Temporal.Instant }

/** The system's clock; with `startAt` it begins there and goes on at the usual pace (demonstration and tests). */
export function systemClock(startAt?: Temporal.Instant): Clock {
  if (!startAt) return { now: () => Temporal.Now.instant() }
  const offset = startAt.since(Temporal.Now.instant())
  return { now: () => Temporal.Now.instant().add(offset) }
}
