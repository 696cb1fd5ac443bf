import type { HitRow } from '#app/components/staff/hit-rates.tsx'
import type { HitWeek } from '#app/domain/queue/hit-weeks.ts'

/** Of fewer waits a share says more of chance than of the estimate. */
const LEAST = 30
/** So many per cent off is as it should be. */
const NEAR = 10
const AIM = { half: 50, most: 80 }

/** A week of hits in per cent, with a word for how good that is. */
export function hitRow({ monday, told, half, most }: HitWeek, name: string): HitRow {
  const percent = (hits: number) => (told === 0 ? 0 : Math.round((hits / told) * 100))
  const shares = { half: percent(half), most: percent(most) }
  return { ...{ monday, name, told }, ...shares, verdict: verdictOf(told, shares) }
}

function verdictOf(told: number, { half, most }: { half: number; most: number }): HitRow['verdict'] {
  if (told < LEAST) return 'few'
  if (half < AIM.half - NEAR || most < AIM.most - NEAR) return 'seldom'
  return half > AIM.half + NEAR || most > AIM.most + NEAR ? 'often' : 'good'
}
