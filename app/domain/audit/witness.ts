import type { ChainHead } from './audit-chain.ts'

/** A line of the file of heads, which lies where whoever can write to the database cannot write. */
export type WitnessLine = ChainHead & {
  /** When it was written, ISO. */
  at: string
  /** How many entries waited for their place. */
  waiting: number
  /** The chain was set back to this head by restoring a backup: what came after it is gone, and known to be. */
  restored?: boolean | undefined
}

/** What the chain must show, and how much of it restored backups took away. */
export type Expected = { hashes: Map<number, string>; last: number; takenAway: number }

/**
 * Reads the lines in their order. After a restore, heads beyond it are not expected any more: other entries take
 * their positions.
 * @returns a sentence when the lines contradict each other: two hashes for one position
 */
export function expectedHeads(lines: readonly WitnessLine[]): Expected | string {
  const hashes = new Map<number, string>()
  let takenAway = 0
  for (const { position, hash, restored, at } of lines) {
    if (restored) {
      const beyond = [...hashes.keys()].filter((known) => known > position)
      takenAway += Math.max(0, ...beyond.map((known) => known - position))
      for (const known of beyond) hashes.delete(known)
    }
    const known = hashes.get(position)
    if (known !== undefined && known !== hash) {
      return `the heads contradict each other: entry ${position} had another hash before ${at}`
    }
    if (position > 0) hashes.set(position, hash)
  }
  return { hashes, last: Math.max(0, ...hashes.keys()), takenAway }
}
