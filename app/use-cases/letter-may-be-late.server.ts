import { mayLetterBeLate } from '#app/domain/messages/may-letter-be-late.ts'
import { dayOfTick } from '#app/domain/time/tick.ts'
import { todayOf, type Portal } from './portal.server.ts'
import { messageRules } from './tell-person.server.ts'

/** Whether a letter about an appointment may come too late for it. */
export function letterMayBeLate(
  portal: Pick<Portal, 'catalogue' | 'clock'>,
  { startTick }: { startTick: number },
): boolean {
  const dates = { today: todayOf(portal.clock), day: dayOfTick(startTick) }
  return mayLetterBeLate(dates, messageRules(portal, ''))
}
