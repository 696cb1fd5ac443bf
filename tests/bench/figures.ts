/** What was measured, by what it is; `most` and `least` are the goal where there is one. */
export type Figures = Record<string, { value: number; unit: string; most?: number; least?: number }>

export function quantiles(values: readonly number[]): { p50: number; p99: number; max: number } {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN
  return { p50: at(0.5), p99: at(0.99), max: at(1) }
}

export function isMissed({ value, most = Infinity, least = -Infinity }: Figures[string]): boolean {
  return !(least <= value && value <= most)
}

/** A line for each figure, with its goal and whether it is met. */
export function tableOf(figures: Figures): string {
  const widest = Math.max(...Object.keys(figures).map((name) => name.length))
  return Object.entries(figures)
    .map(([name, figure]) => {
      const { value, unit } = figure
      return `${name.padEnd(widest)}  ${rounded(value).padStart(10)} ${unit.padEnd(5)}${goalOf(figure)}`
    })
    .join('\n')
}

function goalOf(figure: Figures[string]): string {
  const { unit, most, least } = figure
  const goal = most === undefined ? `at least ${least}` : `at most ${most}`
  if (most === undefined && least === undefined) return ''
  return `  goal: ${goal} ${unit} – ${isMissed(figure) ? 'MISSED' : 'met'}`
}

export function rounded(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2)
}
