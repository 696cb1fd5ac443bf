import { measureDay } from '../waits/measure-day.ts'
import type { QueueEvent } from '../queue-event.ts'
import { QUEUE_SERVICES, type CounterStatus, type Ticket } from '../ticket.ts'
import type { DayPlan, PlannedShift, PlannedVisit } from './run-day.ts'

/** Longer than this nobody walks to a counter, and nobody stands at one. */
const LONGEST_WALK = 5 * 60
const LONGEST_SERVING = 3 * 3600
/** How long a change takes where the day does not tell. */
const CHANGEOVER = 40

/**
 * A day that was, as a plan to run again: the same people at the same moments with the same cases, the same counters.
 * Only whom each counter calls is left to the rules. A counter has what it called people for on that day.
 */
export function recordedDay(
  { officeId, day, midnight }: { officeId: string; day: string; midnight: number },
  { tickets, events }: { tickets: readonly Ticket[]; events: readonly QueueEvent[] },
): DayPlan {
  const changeover = median(measureDay(events, { midnight, peopleOf: new Map() }).changeovers) ?? CHANGEOVER
  const visits = tickets
    .toSorted((a, b) => a.arrivedAt - b.arrivedAt || a.number - b.number)
    .map((ticket) => visitOf(ticket, changeover))
  return {
    ...{ officeId, day, visits, booked: [], shifts: shiftsOf(events) },
    closesAt: visits.at(-1)?.arrivesAt ?? midnight,
  }
}

function visitOf(ticket: Ticket, changeoverSeconds: number): PlannedVisit {
  const { arrivedAt, calledAt, startedAt, endedAt, status, appointmentId, startTick } = ticket
  const end = endedAt ?? arrivedAt
  const isServed = calledAt !== null && status !== 'left' && status !== 'closed'
  const begins = isServed ? Math.min(startedAt ?? calledAt, end) : end
  const length = Math.min(LONGEST_SERVING, Math.max(1, end - begins))
  const comes = status !== 'no-show'
  return {
    ...{ arrivesAt: arrivedAt, service: ticket.service, needs: ticket.needs, people: ticket.people },
    appointment: startTick === null ? null : { id: appointmentId ?? -ticket.id, startTick },
    walkSeconds: comes && isServed ? Math.min(LONGEST_WALK, Math.max(0, begins - calledAt)) : length,
    servingSeconds: length,
    ...{ changeoverSeconds, comes, outcome: ticket.outcome ?? 'other' },
    // Who went home then goes home now, unless they are called before.
    patienceSeconds: isServed ? null : Math.max(0, end - arrivedAt),
  }
}

function shiftsOf(events: readonly QueueEvent[]): PlannedShift[] {
  const ids = new Set(events.flatMap(({ counterId }) => (counterId === null ? [] : [counterId])))
  return [...ids]
    .flatMap((counterId) => {
      const own = events.filter((event) => event.counterId === counterId)
      const called = own.filter(({ kind }) => kind === 'called')
      const services = QUEUE_SERVICES.filter((service) => called.some((event) => event.service === service))
      const shift = (at: number, status: CounterStatus) => ({ at, counterId, status, services, pace: 1 })
      const shifts = own.flatMap(({ kind, at }): PlannedShift[] => {
        const status = STATUS_AFTER.get(kind)
        return status ? [shift(at, status)] : []
      })
      const [first] = called
      const isOpenedUnseen = first !== undefined && !shifts.some(({ at }) => at <= first.at)
      return isOpenedUnseen ? [shift(first.at, 'open'), ...shifts] : shifts
    })
    .sort((a, b) => a.at - b.at)
}

const STATUS_AFTER = new Map<string, CounterStatus>([
  ['counter-opened', 'open'],
  ['counter-paused', 'paused'],
  ['counter-closed', 'closed'],
])

function median(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null
}
