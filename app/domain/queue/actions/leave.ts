import { change, refuse, type Decision, type QueueState } from '../decision.ts'
import type { Ticket } from '../ticket.ts'
import { eventOf } from './serve.ts'

/** Somebody goes and lets the others have their place. Said twice it is said once. */
export function leave({ now }: Pick<QueueState, 'now'>, ticket: Ticket): Decision {
  if (ticket.status === 'left') return change({})
  const mayLeave = ticket.status === 'waiting' || ticket.status === 'parked' || ticket.status === 'called'
  if (!mayLeave) return refuse('not-waiting')
  return change({
    tickets: [{ id: ticket.id, set: { status: 'left', endedAt: now, asksForHelp: false } }],
    events: [eventOf('left', ticket, null)],
  })
}

/**
 * They are here after all: for some minutes after they left they get their old place back, and whoever said that they
 * are late may be called again at once. Who was never away stays as they are.
 */
export function comeBack({ now, rules }: Pick<QueueState, 'now' | 'rules'>, ticket: Ticket): Decision {
  if (ticket.status === 'left') {
    if (!mayComeBack(ticket, { now, rules })) return refuse('cannot-undo')
    return change({
      tickets: [
        {
          id: ticket.id,
          set: { status: 'waiting', endedAt: null, calledAt: null, calls: 0, counterId: null },
        },
      ],
      events: [{ ...eventOf('undone', ticket, null), detail: 'left' }],
    })
  }
  if (ticket.status !== 'waiting') return refuse('not-waiting')
  if (ticket.notBefore === null || ticket.notBefore <= now) return change({})
  return change({
    tickets: [{ id: ticket.id, set: { notBefore: null } }],
    events: [{ ...eventOf('undone', ticket, null), detail: 'late' }],
  })
}

/** Whether one who left still gets their place back. */
export function mayComeBack(
  { status, endedAt }: Pick<Ticket, 'status' | 'endedAt'>,
  { now, rules }: Pick<QueueState, 'now' | 'rules'>,
): boolean {
  return status === 'left' && endedAt !== null && now <= endedAt + rules.leaveUndoMinutes * 60
}
