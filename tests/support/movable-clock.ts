import type { Clock } from '#app/server/clock.ts'

/** A clock that stands still until a test moves it. */
export type MovableClock = Clock & { forward(by: Temporal.DurationLike): void; moveTo(instant: string): void }

export function aClockAt(start: string): MovableClock {
  let now = Temporal.Instant.from(start)
  return {
    now: () => now,
    forward(by) {
      now = now.add(by)
    },
    moveTo(instant) {
      now = Temporal.Instant.from(instant)
    },
  }
}
