/** What is left of measurements when they are added up: how many, their sum, the sum of their squares. */
export type Sums = { count: number; sum: number; squares: number }

export const NOTHING: Sums = { count: 0, sum: 0, squares: 0 }

export function sumsOf(values: readonly number[]): Sums {
  return values.reduce(
    (sums, value) => together(sums, { count: 1, sum: value, squares: value * value }),
    NOTHING,
  )
}

export function together(a: Sums, b: Sums): Sums {
  return { count: a.count + b.count, sum: a.sum + b.sum, squares: a.squares + b.squares }
}

/** Measurements that count for less: older ones. */
export function weighed({ count, sum, squares }: Sums, weight: number): Sums {
  return { count: count * weight, sum: sum * weight, squares: squares * weight }
}

/** The mean, drawn towards `prior` as if that had been measured `weight` times. */
export function meanTowards({ count, sum }: Sums, prior: number, weight: number): number {
  return (sum + prior * weight) / (count + weight)
}

/** The variance around the measurements' own mean, drawn towards `prior` as if that had been measured `weight` times. */
export function varianceTowards({ count, sum, squares }: Sums, prior: number, weight: number): number {
  const own = count > 0 ? Math.max(0, squares - (sum * sum) / count) : 0
  return (own + prior * weight) / (count + weight)
}
