/** Minutes to wait after the first failed attempt, the second, and so on: a pause of a server, a night, half a day. */
const PAUSES = [1, 5, 30, 2 * 60, 12 * 60]

/** How long to wait after so many failed attempts, in minutes; null when it is time to give up. */
export function retryAfter(failedAttempts: number): number | null {
  return PAUSES[failedAttempts - 1] ?? null
}
