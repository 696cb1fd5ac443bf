import { counterOfStaff } from '#db/queries/counters.ts'
import { dayAppointments, type DayAppointment } from '#db/queries/day-appointments.ts'
import { lastQueueAction } from '#db/queries/queue-actions.ts'
import { findQueueDay } from '#db/queries/queue-days.ts'
import { staffNames } from '#db/queries/staff.ts'
import { ticketsByIds, ticketsOfDay } from '#db/queries/tickets.ts'
import { isWithin } from '#app/domain/identity/permission.ts'
import { appointmentProgress, type AppointmentProgress } from '#app/domain/queue/appointment-progress.ts'
import { bookedOnwards } from '#app/domain/queue/booked-onwards.ts'
import { checklistsOn, type Check } from '#app/domain/queue/checklist.ts'
import { ticketAt } from '#app/domain/queue/decision.ts'
import { whatWasDone, type Done } from '#app/domain/queue/last-action.ts'
import { canServe, queueOrder, type Place } from '#app/domain/queue/queue-order.ts'
import { nextStep, type NextStep } from '#app/domain/queue/next-step.ts'
import type { QueueRules } from '#app/domain/queue/queue-rules.ts'
import { ticketLabel, type Counter, type Ticket } from '#app/domain/queue/ticket.ts'
import { OSLO, tickFrom } from '#app/domain/time/tick.ts'
import { isUntouched } from './act-at-counter.server.ts'
import { keptForDay } from './kept-for-day.ts'
import type { Acting } from './office-day.server.ts'
import { todayOf, type Portal } from './portal.server.ts'
import { queueToChange } from './queue-state.server.ts'

/** Somebody in the queue, and how they are called: "A12". */
export type LabelledTicket = Ticket & { label: string }

/** A counter, what the one who is at it is called, and whom they have there. */
export type MannedCounter = { counter: Counter; staffName: string | null; here: LabelledTicket | null }

/** An office's queue, as the one at a counter sees it. Moments are epoch seconds. */
export type CounterScreen = {
  /** Grows with each change, so that a screen knows whether it is behind. */
  version: number
  now: number
  rules: QueueRules
  counters: MannedCounter[]
  /** In the order of the rules; `isForHere`: this counter may take them. */
  waiting: (Place & { ticket: LabelledTicket; isForHere: boolean })[]
  /** Parked, or late by their own word: not to be called before a moment. */
  away: LabelledTicket[]
  /** Whose visit is over, the last in front. */
  ended: (LabelledTicket & { status: 'finished' | 'no-show' | 'left' })[]
  /** What to see to with the one at this counter. */
  checks: Check[]
  appointments: { appointment: DayAppointment; progress: AppointmentProgress }[]
  /** What would be undone; null when nothing can be. */
  last: { id: number; done: Done } | null
  /** Who is to be helped on their way. */
  onwards: { ticket: LabelledTicket; step: NextStep } | null
}

/** Where a member of staff is at a counter within the scope; null when they have to choose one. */
export async function whereAtCounter(
  { engine, catalogue }: Portal,
  { member, scope }: Acting,
): Promise<{ officeId: string; counterId: number } | null> {
  const found = await counterOfStaff(engine.read, engine.tables, member.id)
  const office = found && catalogue.offices.get(found.officeId)
  return office && isWithin(scope, office) ? found : null
}

/** The counters of an office with who is at them; none for one outside of the scope. */
export async function mannedCounters(
  portal: Portal,
  { scope }: Acting,
  officeId: string,
): Promise<MannedCounter[]> {
  const office = portal.catalogue.offices.get(officeId)
  if (!office || !isWithin(scope, office)) return []
  const { counters, tickets } = await queueToChange(portal.engine.read, portal, officeId)
  return withNames(portal, counters, tickets)
}

async function withNames(
  { engine }: Portal,
  counters: readonly Counter[],
  tickets: readonly Ticket[],
): Promise<MannedCounter[]> {
  const ids = counters.flatMap(({ staffId }) => (staffId === null ? [] : [staffId]))
  const names = await staffNames(engine.read, engine.tables, ids)
  return counters.map((counter) => {
    const here = ticketAt(tickets, counter.id)
    const staffName = counter.staffId === null ? null : (names.get(counter.staffId) ?? null)
    return { counter, staffName, here: here && labelled(here) }
  })
}

/** What the one at a counter works with. The office must lie within the scope: `whereAtCounter` says so. */
export async function counterScreen(
  portal: Portal,
  { member, scope }: Acting,
  { officeId, counterId }: { officeId: string; counterId: number },
): Promise<CounterScreen> {
  const { engine, clock } = portal
  const { read, tables } = engine
  const today = todayOf(clock)
  const at = { officeId, day: today.toString() }
  // Read before the rest: a screen that says that it is older than it is only asks once more.
  const version = (await findQueueDay(read, tables, at))?.version ?? 0
  const { now, rules, tickets, counters } = await queueToChange(read, portal, officeId)
  const everybody = await ticketsOfDay(read, tables, at)
  const tickOf = (day: Temporal.PlainDate) => tickFrom(day.toZonedDateTime(OSLO).toInstant())
  const span = { fromTick: tickOf(today), toTick: tickOf(today.add({ days: 1 })) }
  const booked = await dayAppointments(read, tables, { officeId, scope, ...span })
  const counter = counters.find(({ id }) => id === counterId)
  const order = queueOrder(tickets, rules.order, now)
  const inOrder = new Set(order.map(({ ticket }) => ticket.id))
  const onwards = bookedOnwards(everybody, { counterId, now })
  const step = onwards && nextStep(onwards)
  const ofAppointment = Map.groupBy(everybody, ({ appointmentId }) => appointmentId)
  return {
    ...{ version, now, rules },
    counters: await withNames(portal, counters, tickets),
    waiting: order.map((place) => ({
      ...place,
      ticket: labelled(place.ticket),
      isForHere: counter !== undefined && canServe(counter, place.ticket),
    })),
    away: tickets
      .filter(({ id, status }) => (status === 'waiting' || status === 'parked') && !inOrder.has(id))
      .map(labelled),
    ended: everybody
      .flatMap((ticket) => {
        const { status } = ticket
        const isOver = status === 'finished' || status === 'no-show' || status === 'left'
        return isOver ? [{ ...labelled(ticket), status }] : []
      })
      .sort((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0)),
    checks: checksFor(portal, ticketAt(tickets, counterId)),
    appointments: booked.map((appointment) => ({
      appointment,
      progress: appointmentProgress(
        appointment,
        (ofAppointment.get(appointment.id) ?? []).map(({ status }) => status),
        { now, rules },
      ),
    })),
    last: await undoable(portal, { counterId, day: at.day, staffId: member.id }),
    onwards: onwards && step && { ticket: labelled(onwards), step },
  }
}

const checklists = keptForDay(({ catalogue, clock }: Pick<Portal, 'catalogue' | 'clock'>, _key) =>
  checklistsOn(catalogue.rules, todayOf(clock)),
)

/** What to see to for all that somebody is here for, nothing twice. */
function checksFor(portal: Portal, here: Ticket | null): Check[] {
  if (!here) return []
  const lists = checklists(portal, '')
  return [...new Set([here.service, ...here.alsoServices].flatMap((service) => lists.get(service) ?? []))]
}

function labelled(ticket: Ticket): LabelledTicket {
  return { ...ticket, label: ticketLabel(ticket) }
}

/** The last that somebody did at a counter and may still undo. */
async function undoable(
  portal: Portal,
  { counterId, day, staffId }: { counterId: number; day: string; staffId: number },
): Promise<CounterScreen['last']> {
  const { read, tables } = portal.engine
  const action = await lastQueueAction(read, tables, { counterId, day })
  if (action?.staffId !== staffId || !(await isUntouched(read, portal, action))) return null
  const tickets = action.before.map(({ ticket }) => ticket)
  const done = whatWasDone(action.kind, tickets, await ticketsByIds(read, tables, action.added))
  return done && { id: action.id, done }
}
