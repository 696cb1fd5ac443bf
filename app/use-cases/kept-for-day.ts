import type { Catalogue } from './catalogue.server.ts'
import { todayOf, type Portal } from './portal.server.ts'

/**
 * Keeps each answer until the day is over: for what follows from the catalogue and from which day it is, and takes long
 * to work out. `key` says what else it depends on; there must be few of them.
 */
export function keptForDay<Some extends Pick<Portal, 'catalogue' | 'clock'>, Answer>(
  workOut: (portal: Some, key: string) => Answer,
): (portal: Some, key: string) => Answer {
  const kept = new WeakMap<Catalogue, { day: string; answers: Map<string, Answer> }>()
  return (portal, key) => {
    const day = todayOf(portal.clock).toString()
    const before = kept.get(portal.catalogue)
    const { answers } = before?.day === day ? before : { answers: new Map<string, Answer>() }
    if (answers !== before?.answers) kept.set(portal.catalogue, { day, answers })
    const known = answers.get(key)
    if (known !== undefined) return known
    const answer = workOut(portal, key)
    answers.set(key, answer)
    return answer
  }
}
