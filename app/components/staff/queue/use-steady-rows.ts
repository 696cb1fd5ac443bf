import { useEffect, useRef, useState } from 'react'
import { steadyRows, type SteadyRow } from './steady-rows.ts'

/** The rows of a list that changes by itself, and what each row needs so that it stays while somebody is on it. */
export function useSteadyRows<Row extends { id: number }>(fresh: readonly Row[]) {
  const [focused, setFocused] = useState<number | null>(null)
  const [pointed, setPointed] = useState<number | null>(null)
  const shown = useRef<SteadyRow<Row>[]>([])
  const rows = steadyRows(
    fresh,
    shown.current,
    [focused, pointed].filter((id) => id !== null),
  )
  useEffect(() => {
    shown.current = rows
  })
  function hold(id: number) {
    return {
      onFocus: () => setFocused(id),
      onBlur: () => setFocused(null),
      onPointerEnter: () => setPointed(id),
      onPointerLeave: () => setPointed(null),
    }
  }
  return { rows, hold }
}
