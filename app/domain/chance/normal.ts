/** Coefficients of Peter Acklam's rational approximation of the normal quantile; its error is below 1.2e-9. */
const MIDDLE_TOP = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
  2.506628277459239,
]
const MIDDLE_BOTTOM = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1,
]
const TAIL_TOP = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
]
const TAIL_BOTTOM = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1]
const TAIL = 0.02425
/** Nothing is further out than this: quantiles stay finite. */
const LEAST = 1e-9

/** The value below which a standard normal falls with this probability. */
export function normalQuantile(probability: number): number {
  const p = Math.min(1 - LEAST, Math.max(LEAST, probability))
  if (p < TAIL) return tail(p)
  if (p > 1 - TAIL) return -tail(1 - p)
  const q = p - 0.5
  return (polynomial(MIDDLE_TOP, q * q) * q) / polynomial(MIDDLE_BOTTOM, q * q)
}

/** How likely a standard normal is to fall below a value (Abramowitz and Stegun 26.2.17; its error is below 7.5e-8). */
export function normalShareBelow(value: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(value))
  const above =
    normalDensity(value) *
    t *
    polynomial([1.330274429, -1.821255978, 1.781477937, -0.356563782, 0.31938153], t)
  return value >= 0 ? 1 - above : above
}

export function normalDensity(value: number): number {
  return Math.exp(-(value * value) / 2) / Math.sqrt(2 * Math.PI)
}

function tail(p: number): number {
  const q = Math.sqrt(-2 * Math.log(p))
  return polynomial(TAIL_TOP, q) / polynomial(TAIL_BOTTOM, q)
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0)
}
