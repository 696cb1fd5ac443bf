import { change, refuse, type Decision } from '../decision.ts'
import type { HelpNeed, Ticket } from '../ticket.ts'
import { eventOf } from './serve.ts'

/**
 * Says what somebody needs help with, for the counter and for those in the room; without any need it is taken back.
 * Which need it was is on the ticket, which is forgotten, and not in the event, which is kept.
 */
export function askForHelp(ticket: Ticket, needs: readonly HelpNeed[]): Decision {
  const isHere = ticket.status === 'waiting' || ticket.status === 'parked' || ticket.status === 'called'
  if (!isHere) return refuse('not-waiting')
  const asksForHelp = needs.length > 0
  const isSame =
    asksForHelp === ticket.asksForHelp &&
    needs.length === ticket.needs.length &&
    needs.every((need) => ticket.needs.includes(need))
  if (isSame) return change({})
  return change({
    tickets: [{ id: ticket.id, set: { needs: [...needs], asksForHelp } }],
    events: asksForHelp
      ? [eventOf('asked-for-help', ticket, null)]
      : [{ ...eventOf('undone', ticket, null), detail: 'asked-for-help' }],
  })
}
