/** A stretch of ticks, half-open: it ends before `end`. */
export type Interval = { start: number; end: number }

/** True when the two share at least one tick. The one place where intervals are compared. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end
}
