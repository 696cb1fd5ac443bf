import { waitMinutes, type MinuteRange, type WaitRange } from '../wait-range.ts'

/** The ranges of whole minutes that hold half and four fifths of some waits (seconds), as nearly as whole minutes can. */
export function waitRangeOf(waits: Float64Array): WaitRange {
  const minutes = Array.from(waits, waitMinutes).sort((a, b) => a - b)
  const half = rangeHolding(minutes, 0.5)
  const most = rangeHolding(minutes, 0.8)
  // Told together, the wider one holds the narrower.
  return { half, most: { from: Math.min(half.from, most.from), to: Math.max(half.to, most.to) } }
}

/** As many fall short of it as go beyond it; of whole minutes beside the ends those count that fit the share best. */
function rangeHolding(minutes: readonly number[], share: number): MinuteRange {
  const at = (part: number) => minutes[Math.round(part * (minutes.length - 1))] ?? 0
  const from = at((1 - share) / 2)
  const to = at((1 + share) / 2)
  const candidates = [
    { from, to },
    { from: from + 1, to },
    { from, to: to - 1 },
    { from: from + 1, to: to - 1 },
  ].filter((range) => range.from <= range.to)
  const miss = (range: MinuteRange) => Math.abs(held(minutes, range) / minutes.length - share)
  return candidates.reduce((best, range) => (miss(range) < miss(best) ? range : best), { from, to })
}

function held(minutes: readonly number[], { from, to }: MinuteRange): number {
  return minutes.filter((one) => from <= one && one <= to).length
}
