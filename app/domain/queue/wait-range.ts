/**
 * How long somebody is likely to wait, in whole minutes: half of all waits lie within `half`, four fifths within `most`.
 * Both ends count. Null elsewhere means that it cannot be said: no counter is open for it.
 */
export type WaitRange = { half: MinuteRange; most: MinuteRange }
export type MinuteRange = { from: number; to: number }
