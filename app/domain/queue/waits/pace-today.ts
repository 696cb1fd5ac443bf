import { normalDensity, normalShareBelow } from '../../chance/normal.ts'

/** A case of today against what is usual: the logarithm of how much longer it took, or has taken until now. */
export type CaseToday = { off: number; spread: number; isOver: boolean; secondsAgo: number }

/** By which factor today is slower than usual: its logarithm, and how sure that is. */
export type Pace = { log: number; spread: number }

/** After so long a case tells half as much: a day can change. */
const HALF_LIFE_SECONDS = 90 * 60
/** Those under way have no end yet: where it is likely to be depends on the pace, which depends on it. */
const ROUNDS = 4

/**
 * How fast today is, from its own cases: those that are over, and those under way for how long they have been already –
 * else the first to be over, which are the short ones, would make every day look fast.
 * @param usualSpread how much days differ
 */
export function paceToday(cases: readonly CaseToday[], usualSpread: number): Pace {
  let pace: Pace = { log: 0, spread: usualSpread }
  for (let round = 0; round < ROUNDS; round += 1) {
    let weight = 1 / usualSpread ** 2
    let sum = 0
    for (const { off, spread, isOver, secondsAgo } of cases) {
      const sure = 0.5 ** (secondsAgo / HALF_LIFE_SECONDS) / spread ** 2
      const z = (off - pace.log) / spread
      const expected = isOver ? off : pace.log + spread * aboveMean(z)
      // One who has just begun says nothing, one who has taken long says nearly all.
      const told = isOver ? sure : sure * normalShareBelow(z)
      weight += told
      sum += told * expected
    }
    pace = { log: sum / weight, spread: Math.sqrt(1 / weight) }
  }
  return pace
}

/** The mean of a standard normal of which only the part above `z` is left. */
function aboveMean(z: number): number {
  const above = 1 - normalShareBelow(z)
  return above < 1e-6 ? z : normalDensity(z) / above
}
