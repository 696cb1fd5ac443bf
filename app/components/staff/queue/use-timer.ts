import { useEffect, useState } from 'react'

/**
 * How many seconds a moment lies back, counted on from what the server said; both epoch seconds. The clock of the
 * computer may be wrong: only its pace counts.
 */
export function useTimer({ since, now }: { since: number; now: number }): number {
  const [passed, setPassed] = useState({ now, seconds: 0 })
  useEffect(() => {
    const began = performance.now()
    const tick = () => setPassed({ now, seconds: Math.floor((performance.now() - began) / 1000) })
    tick()
    const timer = setInterval(tick, 1_000)
    return () => clearInterval(timer)
  }, [now, since])
  return Math.max(0, now - since + (passed.now === now ? passed.seconds : 0))
}
