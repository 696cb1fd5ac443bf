import { useEffect, useState } from 'react'

/** Whether something has been under way for longer than a moment. */
export function useSlow(isBusy: boolean, milliseconds: number): boolean {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    setSlow(false)
    if (!isBusy) return
    const timer = setTimeout(() => setSlow(true), milliseconds)
    return () => clearTimeout(timer)
  }, [isBusy, milliseconds])
  return isBusy && isSlow
}
