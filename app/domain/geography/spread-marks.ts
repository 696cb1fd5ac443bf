/** A point in a picture. */
export type Spot = { x: number; y: number }

/** Steps of pushing apart; a score of marks in one city needs some fifty. */
const STEPS = 120

/** Marks that lie on the very same point are first pulled apart by turns of this angle, so that none hides. */
const GOLDEN_ANGLE = 2.4

/**
 * Moves marks apart until none covers another, and keeps them in the picture; those with room stay where they are.
 * The same marks give the same picture.
 * @param apart the least distance between the middles of two marks
 */
export function spreadMarks(
  spots: readonly Spot[],
  { apart, width, height }: { apart: number; width: number; height: number },
): Spot[] {
  const margin = apart / 2
  const marks = spots.map(({ x, y }) => ({
    x: clamp(x, margin, width - margin),
    y: clamp(y, margin, height - margin),
  }))
  for (let step = 0; step < STEPS; step += 1) {
    if (!pushApart(marks, apart)) break
    for (const mark of marks) {
      mark.x = clamp(mark.x, margin, width - margin)
      mark.y = clamp(mark.y, margin, height - margin)
    }
  }
  return marks.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }))
}

/** Pushes every pair that is too near a little apart; false when there is none left. */
function pushApart(marks: Spot[], apart: number): boolean {
  let pushed = false
  for (const [index, one] of marks.entries()) {
    for (const [offset, other] of marks.slice(index + 1).entries()) {
      const [dx, dy] = [other.x - one.x, other.y - one.y]
      const distance = Math.hypot(dx, dy)
      // Rounding to whole units may take up to one unit back.
      const missing = apart + 1 - distance
      if (missing <= 0.01) continue
      pushed = true
      const angle = distance > 0.01 ? Math.atan2(dy, dx) : (index + offset) * GOLDEN_ANGLE
      const [pushX, pushY] = [(Math.cos(angle) * missing) / 2, (Math.sin(angle) * missing) / 2]
      one.x -= pushX
      one.y -= pushY
      other.x += pushX
      other.y += pushY
    }
  }
  return pushed
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
