import { isAbout, standingAfter, type Act, type Standing } from './standing.ts'

/** A key that waits for the answer to the one before, with what it was about when it was pressed. */
export type WaitingKey = { key: string; act: Act; meant: Standing }

/** More than a person does without looking. */
const MOST_WAITING = 3

/**
 * Lets a key wait, or says why not: more than a few wait, or nobody can say whom it would be about.
 * @param shown how things stand on the screen
 * @param underWay what is being done now
 */
export function waitWith(
  waiting: readonly WaitingKey[],
  { key, act }: Pick<WaitingKey, 'key' | 'act'>,
  { shown, underWay }: { shown: Standing; underWay: Act | null },
): { ok: true; waiting: WaitingKey[] } | { ok: false } {
  const meant = standingThen(waiting, { shown, underWay })
  if (meant === null || waiting.length >= MOST_WAITING) return { ok: false }
  return { ok: true, waiting: [...waiting, { key, act, meant }] }
}

/** How things will stand when all that waits is done; null where that cannot be said. */
export function standingThen(
  waiting: readonly WaitingKey[],
  { shown, underWay }: { shown: Standing; underWay: Act | null },
): Standing | null {
  const first = underWay ? standingAfter(shown, underWay) : shown
  return waiting.map(({ act }) => act).reduce(standingAfter, first)
}

/** The key to press now that an answer has come; one that was about somebody else, or further on, is not pressed. */
export function nextKey(
  [first, ...others]: readonly WaitingKey[],
  shown: Standing,
): { press: string; waiting: WaitingKey[] } | { dropped: string } | null {
  if (!first) return null
  return isAbout(first.meant, shown) ? { press: first.key, waiting: others } : { dropped: first.key }
}
