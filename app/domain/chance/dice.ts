import { normalQuantile, normalShareBelow } from './normal.ts'
import { randomOf } from './random-of.ts'

/** A length of which the logarithm is normal: its mean and its spread. */
export type LogNormal = { log: number; spread: number }

/** Draws from what is known of lengths and shares; the same key gives the same draws. */
export type Dice = {
  share(): number
  /** True in this share of the draws. */
  happens(share: number): boolean
  normal(): number
  length(of: LogNormal): number
  /** How much longer something takes that has taken `elapsed` already. */
  rest(of: LogNormal, elapsed: number): number
  /** The time until something that happens now and then, so far apart on average. */
  until(mean: number): number
}

export function diceOf(key: string): Dice {
  const share = randomOf(key)
  const normal = () => normalQuantile(share())
  return {
    share,
    happens: (part) => share() < part,
    normal,
    length: ({ log, spread }) => Math.exp(log + spread * normal()),
    rest({ log, spread }, elapsed) {
      const over = normalShareBelow((Math.log(Math.max(1, elapsed)) - log) / spread)
      return Math.max(0, Math.exp(log + spread * normalQuantile(over + (1 - over) * share())) - elapsed)
    },
    until: (mean) => -Math.log(1 - share()) * mean,
  }
}
