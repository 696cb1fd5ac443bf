import { change, refuse, ticketAt, type Decision, type QueueState, type TicketChange } from '../decision.ts'
import type { NewQueueEvent, QueueEventKind } from '../queue-event.ts'
import type { Counter, QueueService, Ticket } from '../ticket.ts'

/**
 * Somebody comes to a counter, or ends their pause. Nobody is at two counters of an office: the other one is closed.
 * Where a colleague is, they are asked first: `isTakenOver` once they know.
 */
export function openCounter(
  state: QueueState,
  counter: Counter,
  { staffId, services, isTakenOver }: { staffId: number; services: QueueService[]; isTakenOver: boolean },
): Decision {
  if (counter.status !== 'closed' && counter.staffId !== staffId && !isTakenOver)
    return refuse('counter-taken')
  const others = state.counters.filter(
    (one) => one.id !== counter.id && one.staffId === staffId && one.status !== 'closed',
  )
  if (others.some(({ id }) => ticketAt(state.tickets, id))) return refuse('counter-busy')
  const isPushedOut = counter.status !== 'closed' && counter.staffId !== staffId
  return change({
    tickets: [
      ...others.flatMap(({ id }) => keptForNobody(state.tickets, { forCounterId: id })),
      ...(isPushedOut ? keptForNobody(state.tickets, { forStaffId: counter.staffId }) : []),
    ],
    counters: [
      ...others.map(({ id }) => ({ id, set: closed(state.now) })),
      { id: counter.id, set: { status: 'open', services, staffId, since: state.now, callsForHelp: false } },
    ],
    events: [
      ...others.map((other) => ended('counter-closed', other, state.now)),
      ended('counter-opened', counter, state.now),
    ],
  })
}

/** Nobody new is called to a counter that has a pause; who is there is served to the end. */
export function pauseCounter({ now }: QueueState, counter: Counter): Decision {
  if (counter.status !== 'open') return refuse('counter-closed')
  return change({
    counters: [{ id: counter.id, set: { status: 'paused', since: now } }],
    events: [ended('counter-paused', counter, now)],
  })
}

/** The one at a counter goes; nobody may be there any more. */
export function closeCounter({ tickets, now }: QueueState, counter: Counter): Decision {
  if (counter.status === 'closed') return refuse('counter-closed')
  if (ticketAt(tickets, counter.id)) return refuse('counter-busy')
  return change({
    tickets: keptForNobody(tickets, { forCounterId: counter.id, forStaffId: counter.staffId }),
    counters: [{ id: counter.id, set: closed(now) }],
    events: [ended('counter-closed', counter, now)],
  })
}

/** Whoever was sent to a counter or a colleague that is gone waits for all of them: else nobody would ever call them. */
function keptForNobody(
  tickets: readonly Ticket[],
  gone: { forCounterId?: number; forStaffId?: number | null },
): TicketChange[] {
  return tickets
    .filter(({ status }) => status === 'waiting' || status === 'parked')
    .filter(
      ({ forCounterId, forStaffId }) =>
        (forCounterId !== null && forCounterId === gone.forCounterId) ||
        (forStaffId !== null && forStaffId === gone.forStaffId),
    )
    .map(({ id }) => ({ id, set: { forCounterId: null, forStaffId: null } }))
}

function closed(now: number) {
  return {
    status: 'closed',
    services: [],
    staffId: null,
    since: now,
    callsForHelp: false,
  } satisfies Partial<Counter>
}

/** With how long the state took that has ended now; nobody counts how long a counter was closed. */
function ended(kind: QueueEventKind, { id, status, since }: Counter, now: number): NewQueueEvent {
  const seconds = status === 'closed' ? null : now - since
  return { kind, ticketId: null, service: null, counterId: id, seconds, detail: null }
}
