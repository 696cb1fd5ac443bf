import type { MessageLanguage } from '../../scheduling/appointment.ts'
import { change, type Decision, type QueueState } from '../decision.ts'
import type { HelpNeed, QueueService } from '../ticket.ts'

/** Somebody who comes, with an appointment or without one. */
export type Arrival = {
  officeId: string
  day: string
  service: QueueService
  language: MessageLanguage
  needs: HelpNeed[]
  people: number
  /** What they said to the guide; that of an appointment stays with it. */
  said?: string | null
  appointment: { id: number; startTick: number } | null
}

/** Gives somebody a ticket. Whether they may have one is decided before: `mayArrive`, `mayCheckIn`. */
export function arrive(
  { now, rules }: Pick<QueueState, 'now' | 'rules'>,
  { appointment, said = null, ...arrival }: Arrival,
): Decision {
  return change({
    added: [
      {
        ...arrival,
        ...{ letter: rules.letters[arrival.service], alsoServices: [] },
        ...{ appointmentId: appointment?.id ?? null, startTick: appointment?.startTick ?? null },
        ...{ status: 'waiting', arrivedAt: now, notBefore: null, late: 0, parkReason: null },
        ...{ calls: 0, calledAt: null, startedAt: null, endedAt: null },
        ...{ counterId: null, forCounterId: null, forStaffId: null, isBack: false, overtaken: 0 },
        ...{ asksForHelp: false, note: null, said, outcome: null, splitFromId: null },
      },
    ],
    events: [
      {
        ...{ kind: 'arrived', ticketId: null, service: arrival.service, counterId: null, seconds: null },
        detail: appointment ? 'appointment' : 'walk-in',
      },
    ],
  })
}
