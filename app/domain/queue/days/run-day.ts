import { TICK_SECONDS } from '../../time/tick.ts'
import { arrive } from '../actions/arrive.ts'
import { callNext } from '../actions/call.ts'
import { finish, markNoShow, startServing } from '../actions/serve.ts'
import { afterChange, ticketAt, type Decision, type QueueState } from '../decision.ts'
import type { QueueEventKind } from '../queue-event.ts'
import type { QueueRules } from '../queue-rules.ts'
import type { CounterStatus, HelpNeed, Outcome, QueueService, Ticket } from '../ticket.ts'

/** Somebody who comes on a day, with all that is up to them and to their case: the same whatever the rules are. */
export type PlannedVisit = {
  /** Epoch seconds, as all moments here. */
  arrivesAt: number
  service: QueueService
  appointment: { id: number; startTick: number } | null
  needs: HelpNeed[]
  people: number
  /** From being called until they stand at the counter. */
  walkSeconds: number
  servingSeconds: number
  /** From their end until the counter calls the next. */
  changeoverSeconds: number
  /** Whether they come when called. */
  comes: boolean
  /** They give up after waiting so long. */
  patienceSeconds: number | null
  outcome: Outcome
}

/** A counter that opens, pauses or closes. Who is at it then is still served. */
export type PlannedShift = {
  at: number
  counterId: number
  status: CounterStatus
  services: QueueService[]
  /** How fast who is at it then is: 1.1 takes a tenth longer than planned. */
  pace: number
}

export type PlannedAppointment = { id: number; startTick: number; service: QueueService; people: number }

export type DayPlan = {
  officeId: string
  day: string
  visits: PlannedVisit[]
  /** All appointments of the day, also those that nobody comes to. */
  booked: PlannedAppointment[]
  shifts: PlannedShift[]
  /** From then on a counter closes when nobody waits for it. */
  closesAt: number
}

/** An event as the day writes it down. */
export type DayEvent = {
  at: number
  kind: QueueEventKind
  ticketId: number | null
  service: string | null
  counterId: number | null
  seconds: number | null
  detail: string | null
}

/** What came of a planned visit: the ticket as it was last. Its id is the place in the plan, from one on. */
export type RunVisit = { planned: PlannedVisit; ticket: Ticket }

export type DayRun = { visits: RunVisit[]; events: DayEvent[] }

/** What is seen of the queue when somebody has just got their ticket, before anybody is called. */
export type SeenAtArrival = {
  state: QueueState
  ticket: Ticket
  events: readonly DayEvent[]
  /** Appointments that have not been checked in. */
  coming: readonly PlannedAppointment[]
  /** Of the appointments whose time is past, how many there were and how many have come. */
  shown: { due: number; came: number }
}

/** Who is not here so long after their time is not likely to come. */
const LATE_SECONDS = 600

type Step = { at: number; turn: number; take(): void }

/**
 * Runs a day by the real rules of the queue (callNext, finish …): who is called when by which counter. Deterministic:
 * all chance is in the plan.
 */
export function runDay(
  plan: DayPlan,
  rules: QueueRules,
  onArrival: (seen: SeenAtArrival) => void = () => {},
): DayRun {
  const counterIds = [...new Set(plan.shifts.map(({ counterId }) => counterId))].sort((a, b) => a - b)
  let state: QueueState = {
    now: 0,
    tickets: [],
    counters: counterIds.map((id) => ({
      ...{ id, officeId: plan.officeId, number: id, status: 'closed', services: [], staffId: null },
      ...{ since: 0, callsForHelp: false },
    })),
    rules,
  }
  const events: DayEvent[] = []
  const visits = new Map<number, RunVisit>()
  const busyUntil = new Map<number, number>()
  const paces = new Map<number, number>()
  const steps: Step[] = []
  let coming = plan.booked
  let turns = 0

  function plannedFor(at: number, take: () => void): void {
    const step = { at, turn: (turns += 1), take }
    let place = steps.length
    while (place > 0 && isBefore(step, steps[place - 1])) place -= 1
    steps.splice(place, 0, step)
  }

  function save(decision: Decision): void {
    if (!decision.ok) return
    for (const event of decision.events) events.push({ ...event, at: state.now })
    state = afterChange(state, decision)
    for (const ticket of state.tickets) {
      const visit = visits.get(ticket.id)
      if (visit) visit.ticket = ticket
    }
    state = { ...state, tickets: state.tickets.filter(({ endedAt }) => endedAt === null) }
  }

  function comes(planned: PlannedVisit, id: number): void {
    const { service, needs, people, appointment } = planned
    const decision = arrive(state, {
      ...{ officeId: plan.officeId, day: plan.day, service, language: 'nb', needs, people, appointment },
    })
    const [added] = decision.ok ? decision.added : []
    if (!added || !decision.ok) throw new Error('Whoever comes gets a ticket')
    const ticket = { ...added, id, number: id, revision: 1 }
    visits.set(id, { planned, ticket })
    events.push(...decision.events.map((event) => ({ ...event, ticketId: id, at: state.now })))
    state = { ...state, tickets: [...state.tickets, ticket] }
    coming = coming.filter((one) => one.id !== appointment?.id)
    const isDue = ({ startTick }: PlannedAppointment) => startTick * TICK_SECONDS + LATE_SECONDS < state.now
    const due = plan.booked.filter(isDue).length
    const shown = { due, came: due - coming.filter(isDue).length }
    onArrival({ state, ticket, events, coming, shown })
    if (planned.patienceSeconds !== null) plannedFor(state.now + planned.patienceSeconds, () => leaves(id))
  }

  function leaves(id: number): void {
    const ticket = state.tickets.find((one) => one.id === id)
    if (ticket?.status !== 'waiting') return
    const { service } = ticket
    save({
      ...{ ok: true, overtaken: [], added: [], counters: [] },
      tickets: [{ id, set: { status: 'left', endedAt: state.now } }],
      events: [{ kind: 'left', ticketId: id, service, counterId: null, seconds: null, detail: null }],
    })
  }

  function shifts({ counterId, status, services, pace }: PlannedShift): void {
    paces.set(counterId, pace)
    const kind = status === 'open' ? 'counter-opened' : `counter-${status}`
    save({
      ...{ ok: true, tickets: [], overtaken: [], added: [] },
      counters: [{ id: counterId, set: { status, services, since: state.now } }],
      events: [{ kind: kindOf(kind), ticketId: null, service: null, counterId, seconds: null, detail: null }],
    })
  }

  function callWhereFree(): void {
    for (const { id } of state.counters) {
      const counter = state.counters.find((one) => one.id === id)
      if (!counter || (busyUntil.get(id) ?? 0) > state.now || ticketAt(state.tickets, id)) continue
      const decision = callNext(state, counter)
      save(decision)
      if (!decision.ok && decision.reason === 'nobody-waits' && state.now >= plan.closesAt) {
        shifts({ at: state.now, counterId: id, status: 'closed', services: counter.services, pace: 1 })
      }
      const called = ticketAt(state.tickets, id)
      const visit = called && visits.get(called.id)
      if (visit) serve(id, visit.planned)
    }
  }

  function serve(counterId: number, planned: PlannedVisit): void {
    const begins = state.now + planned.walkSeconds
    const serving = Math.round(planned.servingSeconds * (paces.get(counterId) ?? 1))
    const ends = planned.comes ? begins + serving : begins
    if (planned.comes) plannedFor(begins, () => act(counterId, startServing))
    plannedFor(ends, () => {
      act(counterId, planned.comes ? (now, at) => finish(now, at, planned.outcome) : markNoShow)
      busyUntil.set(counterId, ends + planned.changeoverSeconds)
      plannedFor(ends + planned.changeoverSeconds, () => {})
    })
  }

  function act(
    counterId: number,
    decide: (state: QueueState, counter: QueueState['counters'][number]) => Decision,
  ) {
    const counter = state.counters.find(({ id }) => id === counterId)
    if (counter) save(decide(state, counter))
  }

  for (const [index, planned] of plan.visits.entries()) {
    plannedFor(planned.arrivesAt, () => comes(planned, index + 1))
  }
  for (const shift of plan.shifts) plannedFor(shift.at, () => shifts(shift))
  for (let step = steps.shift(); step; step = steps.shift()) {
    state = { ...state, now: step.at }
    step.take()
    callWhereFree()
  }
  return { visits: [...visits.values()], events }
}

function isBefore(step: Step, other: Step | undefined): boolean {
  return other !== undefined && (step.at < other.at || (step.at === other.at && step.turn < other.turn))
}

function kindOf(word: string): QueueEventKind {
  if (word === 'counter-opened' || word === 'counter-paused') return word
  return 'counter-closed'
}
