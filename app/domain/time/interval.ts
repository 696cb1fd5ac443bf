/** A stretch of ticks, half-open: it ends before `end`. */
export type Interval = { start: number; end: number }

/** True when the two share at least one tick. The one place where intervals are compared. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end
}

/** Sorts, and joins what overlaps or touches: only a gap parts two. */
export function joined(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = []
  for (const { start, end } of [...intervals].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}
