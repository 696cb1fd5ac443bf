import { createHash } from 'node:crypto'
import { randomOf } from '#app/domain/chance/random-of.ts'
import { madeDay } from '#app/domain/queue/days/made-day.ts'
import { runDay, type DayPlan, type DayRun, type SeenAtArrival } from '#app/domain/queue/days/run-day.ts'
import { estimateWaitOf } from '#app/domain/queue/estimate-waits.ts'
import { queueRulesOn, type QueueRules } from '#app/domain/queue/queue-rules.ts'
import { isAsTold, type WaitRange } from '#app/domain/queue/wait-range.ts'
import { measureDay } from '#app/domain/queue/waits/measure-day.ts'
import {
  NO_FIGURES,
  usualTimes,
  withDay,
  type OfficeFigures,
} from '#app/domain/queue/waits/office-figures.ts'
import { outlookOf } from '#app/domain/queue/waits/wait-outlook.ts'
import { OSLO, TICK_SECONDS } from '#app/domain/time/tick.ts'
import type { Engine } from '../engine.ts'
import { saveQueueFigures } from '../queries/queue-figures.ts'
import { saveWaitHits } from '../queries/told-waits.ts'
import { deliveredRules } from './delivered-rules.ts'
import { inBatches } from './in-batches.ts'
import { officeLife } from './plan/office-life.ts'

/** So many working days before today; waits are learnt from all of them. */
const DAYS = 10
const OPENS = { hours: 8, minutes: 30 }
const CLOSES = { hours: 15 }
/** What is told at arrival takes milliseconds to work out: in a seed it is done for every so many who come. */
const TOLD_EVERY = 5
/** PostgreSQL takes 65,535 values in a statement; a ticket has some thirty. */
const ROWS = 500

/** An office of the demonstration whose last days are made up, with its counters. */
export type LivelyOffice = { officeId: string; counterIds: readonly number[] }

/**
 * Writes the last working days of some offices as if they had been: tickets and events by the real rules of the queue,
 * what was learnt of them, and how well waits were told. A new installation has something to learn from and a day to
 * try another order on. The same arguments give the same days.
 */
export async function writeQueueDays(
  engine: Engine,
  { offices, today }: { offices: readonly LivelyOffice[]; today: Temporal.PlainDate },
): Promise<number> {
  const rules = queueRulesOn(deliveredRules(), today)
  let written = 0
  for (const office of offices) {
    let figures = NO_FIGURES
    for (const day of workingDaysBefore(today, DAYS)) {
      const made = await writeDay(engine, { office, day, rules, figures })
      figures = made.figures
      written += made.tickets
    }
  }
  return written
}

async function writeDay(
  engine: Engine,
  {
    office: { officeId, counterIds },
    day: date,
    rules,
    figures,
  }: { office: LivelyOffice; day: Temporal.PlainDate; rules: QueueRules; figures: OfficeFigures },
): Promise<{ figures: OfficeFigures; tickets: number }> {
  const day = date.toString()
  const midnight = date.toZonedDateTime(OSLO).epochMilliseconds / 1000
  const at = (time: Temporal.DurationLike) => date.toZonedDateTime(OSLO).add(time).epochMilliseconds / 1000
  const plan = madeDay(officeLife(officeId, counterIds), {
    ...{ day, opensAt: at(OPENS), closesAt: at(CLOSES), kind: 'ordinary' },
    random: randomOf(`queue ${officeId} ${day}`),
  })
  const peopleOf = new Map(plan.visits.map((visit, index) => [index + 1, visit]))
  const told = new Map<number, WaitRange | null>()
  const run = runDay(plan, rules, (seen) => {
    if (seen.ticket.id % TOLD_EVERY === 0 && figures.days > 0)
      told.set(seen.ticket.id, toldTo(seen, { midnight, figures, peopleOf }))
  })
  const learnt = withDay(figures, measureDay(run.events, { midnight, peopleOf }), {
    usual: usualTimes(figures, figures.times, rules),
    furtherPersonShare: rules.furtherPersonShare,
    appointments: { booked: plan.booked.length, early: earlyOf(plan) },
  })
  await engine.write(async (tx) => {
    const { tables } = engine
    const ids = await insertTickets(tx, engine, run)
    const rows = run.events.map((event) => ({
      ...event,
      ...{ officeId, day, ticketId: event.ticketId === null ? null : (ids.get(event.ticketId) ?? null) },
    }))
    for (const some of inBatches(rows, ROWS)) await tx.insert(tables.queueEvents).values(some)
    await tx.insert(tables.queueDays).values({
      ...{ officeId, day, version: run.events.length, nextNumber: plan.visits.length + 1, delayMinutes: 0 },
      changedAt: midnight * 1000,
    })
    await saveQueueFigures(tx, tables, { officeId, throughDay: day, figures: learnt })
    const hits = hitsOf(run, told)
    if (hits.told > 0) await saveWaitHits(tx, tables, { officeId, day, ...hits })
  })
  return { figures: learnt, tickets: run.visits.length }
}

function toldTo(
  { state, ticket, events, coming, shown }: SeenAtArrival,
  {
    midnight,
    figures,
    peopleOf,
  }: { midnight: number; figures: OfficeFigures; peopleOf: ReadonlyMap<number, { people: number }> },
): WaitRange | null {
  const today = measureDay(events, { midnight, peopleOf })
  const outlook = outlookOf({ state, midnight, figures, everywhere: figures.times, today, coming, shown })
  return estimateWaitOf({ ...state, outlook }, ticket.id)
}

function earlyOf({ visits }: DayPlan): number[] {
  return visits.flatMap(({ appointment, arrivesAt }) =>
    appointment ? [appointment.startTick * TICK_SECONDS - arrivesAt] : [],
  )
}

/** The tickets of a day with the id of each, by that in the run. Made-up appointments are not kept as such. */
async function insertTickets(
  tx: Parameters<Parameters<Engine['write']>[0]>[0],
  { tables }: Engine,
  { visits }: DayRun,
): Promise<Map<number, number>> {
  const ids = new Map<number, number>()
  for (const some of inBatches(visits, ROWS)) {
    const rows = some.map(({ ticket: { id: _id, ...ticket } }) => {
      const idempotencyKey = `seed ${ticket.officeId} ${ticket.day} ${ticket.number}`
      const secretHash = createHash('sha256').update(idempotencyKey).digest('hex')
      return { ...ticket, appointmentId: null, idempotencyKey, secretHash, keyId: 'seed' }
    })
    const inserted = await tx
      .insert(tables.tickets)
      .values(rows)
      .returning({ id: tables.tickets.id, number: tables.tickets.number })
    for (const { id, number } of inserted) ids.set(number, id)
  }
  return ids
}

function hitsOf({ visits }: DayRun, told: ReadonlyMap<number, WaitRange | null>) {
  const waits = visits.flatMap(({ ticket: { id, calledAt, arrivedAt } }) => {
    const range = told.get(id)
    return range && calledAt !== null ? [{ range, seconds: calledAt - arrivedAt }] : []
  })
  const count = (which: keyof WaitRange) =>
    waits.filter(({ range, seconds }) => isAsTold(range[which], seconds)).length
  return { told: waits.length, half: count('half'), most: count('most') }
}

/** The working days before a day, the earliest first. */
function workingDaysBefore(today: Temporal.PlainDate, count: number): Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = []
  for (let day = today.subtract({ days: 1 }); days.length < count; day = day.subtract({ days: 1 })) {
    if (day.dayOfWeek <= 5) days.unshift(day)
  }
  return days
}
