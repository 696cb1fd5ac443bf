import { addService, split, writeNote } from './actions/change-visit.ts'
import { callAgain, callTicket } from './actions/call.ts'
import { callColleague, comeTo, seeTo } from './actions/help.ts'
import { closeCounter, openCounter, pauseCounter } from './actions/man-counter.ts'
import { next } from './actions/next.ts'
import { park } from './actions/park.ts'
import { finish, markNoShow, startServing } from './actions/serve.ts'
import { takeUp } from './actions/take-up.ts'
import { transfer, type TransferTarget } from './actions/transfer.ts'
import { asSeen } from './as-seen.ts'
import type { Decision, QueueState } from './decision.ts'
import type { Counter, Outcome, ParkReason, QueueService, Ticket } from './ticket.ts'

/** What the one at a counter does, about whoever is there: it holds only for the one whom they saw. */
export type VisitCommand =
  | { do: 'next' }
  | { do: 'call'; ticketId: number }
  | { do: 'call-again' }
  | { do: 'start' }
  | { do: 'finish'; outcome: Outcome }
  | { do: 'no-show' }
  | { do: 'park'; reason: ParkReason; minutes: number | null }
  | { do: 'transfer'; to: TransferTarget; note: string | null }
  | { do: 'split'; people: number }
  | { do: 'add-service'; service: QueueService }
  | { do: 'note'; note: string | null }

/** What they do about others, and about the counter itself. */
export type OtherCommand =
  | { do: 'open'; services: QueueService[]; isTakenOver: boolean }
  | { do: 'pause' }
  | { do: 'resume' }
  | { do: 'close' }
  | { do: 'take-up'; ticketId: number }
  | { do: 'see-to'; ticketId: number }
  | { do: 'help'; isNeeded: boolean }
  | { do: 'come'; counterId: number }

export type CounterCommand = VisitCommand | OtherCommand

/** The rule that a command is decided by. `seen`: whom they saw at the counter. */
export function decisionOf(
  command: CounterCommand,
  { staffId, seen }: { staffId: number; seen: Pick<Ticket, 'id' | 'revision'> | null },
): (state: QueueState, counter: Counter) => Decision {
  // Who opens a counter is not at it yet.
  if (command.do === 'open') return (state, counter) => openCounter(state, counter, { ...command, staffId })
  const isAboutVisit = VISIT_COMMANDS.some((name) => name === command.do)
  return asSeen({ staffId, ticket: isAboutVisit ? seen : 'anybody' }, (state, counter) =>
    decide(command, state, counter),
  )
}

const VISIT_COMMANDS = [
  'next',
  'call',
  'call-again',
  'start',
  'finish',
  'no-show',
  'park',
  'transfer',
  'split',
  'add-service',
  'note',
] as const satisfies VisitCommand['do'][]

function decide(
  command: Exclude<CounterCommand, { do: 'open' }>,
  state: QueueState,
  counter: Counter,
): Decision {
  switch (command.do) {
    case 'next':
      return next(state, counter)
    case 'call':
      return callTicket(state, counter, command.ticketId)
    case 'call-again':
      return callAgain(state, counter)
    case 'start':
      return startServing(state, counter)
    case 'finish':
      return finish(state, counter, command.outcome)
    case 'no-show':
      return markNoShow(state, counter)
    case 'park':
      return park(state, counter, command)
    case 'transfer':
      return transfer(state, counter, command)
    case 'split':
      return split(state, counter, command.people)
    case 'add-service':
      return addService(state, counter, command.service)
    case 'note':
      return writeNote(state, counter, command.note)
    case 'pause':
      return pauseCounter(state, counter)
    case 'resume':
      return openCounter(state, counter, {
        ...{ staffId: counter.staffId ?? 0, services: counter.services, isTakenOver: false },
      })
    case 'close':
      return closeCounter(state, counter)
    case 'take-up':
      return takeUp(state, counter, command.ticketId)
    case 'see-to':
      return seeTo(state, counter, command.ticketId)
    case 'help':
      return callColleague(state, counter, command.isNeeded)
    case 'come':
      return comeTo(state, command.counterId)
    default:
      return command satisfies never
  }
}
