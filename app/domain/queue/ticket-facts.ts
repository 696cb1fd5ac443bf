import type { QueueState } from './decision.ts'
import { mayComeBack } from './actions/leave.ts'
import type { QueuePlace } from './queue-places.ts'
import { ticketLabel, type HelpNeed, type QueueService, type Ticket } from './ticket.ts'

/**
 * How a ticket stands for whoever holds it. `late` and `parked`: not called for now. `over`: its day is, whatever came of
 * it; the others are those of the ticket.
 */
export const TICKET_STATES = [
  'waiting',
  'late',
  'parked',
  'called',
  'serving',
  'finished',
  'no-show',
  'left',
  'closed',
  'over',
] as const
export type TicketState = (typeof TICKET_STATES)[number]

/** What whoever holds a ticket is told. Moments are epoch seconds. */
export type TicketFacts = {
  /** "A12" */
  label: string
  /** YYYY-MM-DD */
  day: string
  service: QueueService
  state: TicketState
  /** While waiting. */
  place: QueuePlace | null
  /** The tick of their appointment. */
  startTick: number | null
  /** Not called before, while late or parked; null for parked until staff take them. */
  notBefore: number | null
  /** The number of the counter that calls or serves them. */
  counter: number | null
  /** Names one call: another when they are called again. Null while not called. */
  call: string | null
  /** How often they may still say that they are late, and what each time gives. */
  late: { said: number; left: number; minutes: number }
  /** They left, and may still change their mind. */
  mayComeBack: boolean
  asksForHelp: boolean
  needs: HelpNeed[]
}

/** What whoever holds `ticket` is told of it now. `today`: YYYY-MM-DD in Norway. */
export function ticketFacts(
  { now, rules, counters }: QueueState,
  ticket: Ticket,
  { today, places }: { today: string; places: ReadonlyMap<number, QueuePlace> },
): TicketFacts {
  const { day, service, startTick, needs, asksForHelp, late, calledAt, calls, counterId } = ticket
  const place = places.get(ticket.id) ?? null
  const state = stateOf(ticket, { today, isInOrder: place !== null })
  const isAtCounter = state === 'called' || state === 'serving'
  const mayBeLate =
    state === 'waiting' || state === 'late' || (state === 'parked' && ticket.notBefore !== null)
  return {
    ...{ label: ticketLabel(ticket), day, service, state, startTick, needs, asksForHelp },
    place: state === 'waiting' ? place : null,
    notBefore: state === 'late' || state === 'parked' ? ticket.notBefore : null,
    counter: isAtCounter ? (counters.find(({ id }) => id === counterId)?.number ?? null) : null,
    call: state === 'called' ? `${calledAt}-${calls}` : null,
    late: {
      ...{ said: late, minutes: rules.lateMinutes },
      left: mayBeLate ? Math.max(0, rules.mostLate - late) : 0,
    },
    mayComeBack: state === 'left' && mayComeBack(ticket, { now, rules }),
  }
}

function stateOf(
  { status, day }: Ticket,
  { today, isInOrder }: { today: string; isInOrder: boolean },
): TicketState {
  if (day !== today) return 'over'
  if (isInOrder) return 'waiting'
  // Who waits and is not in the order has said that they are late.
  return status === 'waiting' ? 'late' : status
}
