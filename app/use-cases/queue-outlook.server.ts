import { checkedIn, expectedAppointments } from '#db/queries/expected-appointments.ts'
import { allQueueFigures } from '#db/queries/queue-figures.ts'
import { queueEventsOf } from '#db/queries/queue-events.ts'
import { ticketsOfDay } from '#db/queries/tickets.ts'
import type { QueueState } from '#app/domain/queue/decision.ts'
import { measureDay, type MeasuredDay } from '#app/domain/queue/waits/measure-day.ts'
import { NO_FIGURES, timesEverywhere, type OfficeFigures } from '#app/domain/queue/waits/office-figures.ts'
import { outlookOf, type ComingAppointment } from '#app/domain/queue/waits/wait-outlook.ts'
import { OSLO, TICK_SECONDS, tickFrom } from '#app/domain/time/tick.ts'
import type { Catalogue } from './catalogue.server.ts'
import { nowSeconds, todayOf, type Portal } from './portal.server.ts'

/** What is known of the hours to come at an office beside its queue: what was learnt, and today as far as it has gone. */
export type QueueKnowledge = {
  midnight: number
  figures: OfficeFigures
  everywhere: OfficeFigures['times']
  today: MeasuredDay
  coming: readonly ComingAppointment[]
  shown: { due: number; came: number }
}

/** A case more or less changes little: today is read anew after so many seconds, … */
const TODAY_SECONDS = 15
/** … and what was learnt, which changes at night, after so many. */
const FIGURES_SECONDS = 600
/** Who is not here so long after their time is not likely to come. */
const LATE_SECONDS = 600

type Figures = { byOffice: Map<string, OfficeFigures>; everywhere: OfficeFigures['times'] }
type Kept<Value> = { at: number; value: Promise<Value> }

const keptFigures = new WeakMap<Catalogue, Kept<Figures>>()
const keptKnowledge = new WeakMap<Catalogue, Map<string, Kept<QueueKnowledge>>>()

/** What is known at an office now; some seconds old at most. Never read inside a write: it is large, and others change it. */
export function queueKnowledge(portal: Portal, officeId: string): Promise<QueueKnowledge> {
  const offices = keptKnowledge.get(portal.catalogue) ?? new Map<string, Kept<QueueKnowledge>>()
  keptKnowledge.set(portal.catalogue, offices)
  const known = fresh(offices.get(officeId), { portal, seconds: TODAY_SECONDS }, () =>
    readKnowledge(portal, officeId),
  )
  offices.set(officeId, known)
  return known.value
}

/** The queue with its outlook, by which waits are estimated. */
export function withOutlook(state: QueueState, knowledge: QueueKnowledge): QueueState {
  const here = new Set(state.tickets.map(({ appointmentId }) => appointmentId))
  const coming = knowledge.coming.filter(({ id }) => !here.has(id))
  return { ...state, outlook: outlookOf({ state, ...knowledge, coming }) }
}

async function readKnowledge(portal: Portal, officeId: string): Promise<QueueKnowledge> {
  const { read, tables } = portal.engine
  const today = todayOf(portal.clock)
  const [day, tomorrow] = [today.toString(), today.add({ days: 1 }).toString()]
  const begins = today.toZonedDateTime(OSLO).toInstant()
  const midnight = begins.epochMilliseconds / 1000
  const figures = fresh(keptFigures.get(portal.catalogue), { portal, seconds: FIGURES_SECONDS }, () =>
    readFigures(portal),
  )
  keptFigures.set(portal.catalogue, figures)
  const { byOffice, everywhere } = await figures.value
  const events = await queueEventsOf(read, tables, { officeId, from: day, to: tomorrow })
  const tickets = await ticketsOfDay(read, tables, { officeId, day })
  const booked = await expectedAppointments(read, tables, {
    officeId,
    fromTick: tickFrom(begins),
    toTick: tickFrom(today.add({ days: 1 }).toZonedDateTime(OSLO).toInstant()),
  })
  const here = await checkedIn(
    read,
    tables,
    booked.map(({ id }) => id),
  )
  const due = booked.filter(
    ({ startTick }) => startTick * TICK_SECONDS + LATE_SECONDS < nowSeconds(portal.clock),
  )
  return {
    ...{ midnight, everywhere, figures: byOffice.get(officeId) ?? NO_FIGURES },
    today: measureDay(events, { midnight, peopleOf: new Map(tickets.map((ticket) => [ticket.id, ticket])) }),
    coming: booked.filter(({ id }) => !here.has(id)),
    shown: { due: due.length, came: due.filter(({ id }) => here.has(id)).length },
  }
}

async function readFigures({ engine }: Portal): Promise<Figures> {
  const all = await allQueueFigures(engine.read, engine.tables)
  return {
    byOffice: new Map(all.map(({ officeId, figures }) => [officeId, figures])),
    everywhere: timesEverywhere(all.map(({ figures }) => figures)),
  }
}

/** What is kept while it is not too old; a reading that failed is not kept. */
function fresh<Value>(
  kept: Kept<Value> | undefined,
  { portal: { clock }, seconds }: { portal: Pick<Portal, 'clock'>; seconds: number },
  readAnew: () => Promise<Value>,
): Kept<Value> {
  const now = nowSeconds(clock)
  if (kept && Math.abs(now - kept.at) < seconds) return kept
  const value = readAnew()
  const anew = { at: now, value }
  value.catch(() => {
    anew.at = -Infinity
  })
  return anew
}
