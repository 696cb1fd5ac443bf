/**
 * How long somebody is likely to wait, in whole minutes: half of all waits lie within `half`, four fifths within `most`.
 * Both ends count. Null elsewhere means that it cannot be said: no counter is open for it.
 */
export type WaitRange = { half: MinuteRange; most: MinuteRange }
export type MinuteRange = { from: number; to: number }

/** A wait as it is told: in whole minutes, to the nearest. */
export function waitMinutes(seconds: number): number {
  return Math.round(seconds / 60)
}

/** Whether a wait was as it had been told. */
export function isAsTold({ from, to }: MinuteRange, seconds: number): boolean {
  const minutes = waitMinutes(seconds)
  return from <= minutes && minutes <= to
}
