import { decisionOf, type CounterCommand } from '#app/domain/queue/counter-command.ts'
import type { Ticket } from '#app/domain/queue/ticket.ts'
import { actAtCounter, type ActionAnswer } from './act-at-counter.server.ts'
import { keepCounterPreferences } from './counter-preferences.server.ts'
import type { Acting } from './office-day.server.ts'
import type { Portal } from './portal.server.ts'

/**
 * Does what a member of staff asks for at a counter; what they opened last is remembered for the next day.
 * @param seen whom they saw at the counter: an action about somebody else is refused
 */
export async function commandCounter(
  portal: Portal,
  acting: Acting,
  {
    officeId,
    counterId,
    seen,
    command,
  }: {
    officeId: string
    counterId: number
    seen: Pick<Ticket, 'id' | 'revision'> | null
    command: CounterCommand
  },
): Promise<ActionAnswer> {
  const { id: staffId } = acting.member
  const answer = await actAtCounter(
    portal,
    acting,
    {
      ...{ officeId, counterId, kind: command.do },
      alsoTicketId: command.do === 'take-up' ? command.ticketId : undefined,
    },
    decisionOf(command, { staffId, seen }),
  )
  if (answer.ok && command.do === 'open')
    await keepCounterPreferences(portal, staffId, { officeId, counterId, services: command.services })
  return answer
}
