/** What came of one fault. A number in `lost`, `doubled` or `orphaned` is a broken promise (security.md). */
export type Outcome = {
  /** What was done to the portal, in a few words. */
  tried: string
  acknowledged: number
  lost: number
  doubled: number
  orphaned: number
  /** What else went wrong; each is a failure. */
  wrong: string[]
  /** What one should know about it. */
  notes: string[]
}

export function anOutcome(tried: string): Outcome {
  return { tried, acknowledged: 0, lost: 0, doubled: 0, orphaned: 0, wrong: [], notes: [] }
}

/** True when something was lost or went wrong. */
export function isBroken({ lost, doubled, orphaned, wrong }: Outcome): boolean {
  return lost + doubled + orphaned + wrong.length > 0
}

/** When something is broken it is mostly the same a hundred times. */
const MOST_SENTENCES = 20

const COLUMNS = ['acknowledged', 'lost', 'doubled', 'orphaned'] as const

/** A line for each outcome; below it what went wrong and what there is to know. */
export function tableOf(outcomes: readonly Outcome[]): string {
  const widest = Math.max(5, ...outcomes.map(({ tried }) => tried.length))
  const head = ['tried'.padEnd(widest), ...COLUMNS.map((name) => name.padStart(12))].join('  ')
  const lines = outcomes.flatMap((outcome) => [
    [outcome.tried.padEnd(widest), ...COLUMNS.map((name) => String(outcome[name]).padStart(12))].join('  '),
    ...firstOf(outcome.wrong).map((sentence) => `  WRONG: ${sentence}`),
    ...firstOf(outcome.notes).map((sentence) => `  ${sentence}`),
  ])
  return [head, ...lines].join('\n')
}

function firstOf(sentences: readonly string[]): string[] {
  const more = sentences.length - MOST_SENTENCES
  return [...sentences.slice(0, MOST_SENTENCES), ...(more > 0 ? [`… and ${more} more`] : [])]
}
