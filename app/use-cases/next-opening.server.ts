import { tickAt } from '#app/domain/time/tick.ts'
import { queueHours } from './queue-state.server.ts'
import { todayOf, type Portal } from './portal.server.ts'

/** So far ahead is looked: a bus or a holiday may be weeks away. */
const DAYS_AHEAD = 60

/** When an office that is closed takes people into its queue again (a tick); null when it is not known. */
export function nextOpening(portal: Pick<Portal, 'catalogue' | 'clock'>, officeId: string): number | null {
  const now = tickAt(portal.clock.now())
  const today = todayOf(portal.clock)
  for (let days = 0; days <= DAYS_AHEAD; days += 1) {
    const opening = queueHours(portal, officeId, today.add({ days })).find(({ start }) => start > now)
    if (opening) return opening.start
  }
  return null
}
