import { expectedAppointments } from '#db/queries/expected-appointments.ts'
import { queueDaysBetween } from '#db/queries/queue-days.ts'
import { queueEventsOf } from '#db/queries/queue-events.ts'
import { allQueueFigures, queueFiguresOf, saveQueueFigures } from '#db/queries/queue-figures.ts'
import { ticketsOfDay } from '#db/queries/tickets.ts'
import { deletePredictions, saveWaitHits, toldWaitsOf } from '#db/queries/told-waits.ts'
import { isAsTold } from '#app/domain/queue/wait-range.ts'
import { measureDay } from '#app/domain/queue/waits/measure-day.ts'
import { NO_FIGURES, timesEverywhere, usualTimes, withDay } from '#app/domain/queue/waits/office-figures.ts'
import { OSLO, TICK_SECONDS, tickFrom } from '#app/domain/time/tick.ts'
import { queueRules } from './queue-state.server.ts'
import { todayOf, type Portal } from './portal.server.ts'

/** Older days than this have nothing new to say. */
const MOST_DAYS = 60

/**
 * Learns from the days that are over how long things take at each office, and counts how many waits were as they were
 * told. Interrupted it goes on where it was. Answers how many days it learnt from.
 */
export async function learnQueueDays(
  portal: Pick<Portal, 'engine' | 'clock' | 'catalogue'>,
): Promise<number> {
  const { read, tables } = portal.engine
  const today = todayOf(portal.clock)
  const [from, to] = [today.subtract({ days: MOST_DAYS }).toString(), today.toString()]
  const known = new Map(
    (await allQueueFigures(read, tables)).map(({ officeId, throughDay }) => [officeId, throughDay]),
  )
  const days = await queueDaysBetween(read, tables, { from, to })
  let learnt = 0
  for (const { officeId, day } of days) {
    const through = known.get(officeId)
    if (through !== undefined && day <= through) continue
    await learnDay(portal, { officeId, day })
    learnt += 1
  }
  return learnt
}

async function learnDay(
  portal: Pick<Portal, 'engine' | 'clock' | 'catalogue'>,
  { officeId, day }: { officeId: string; day: string },
): Promise<void> {
  const { engine } = portal
  const { read, tables } = engine
  const date = Temporal.PlainDate.from(day)
  const begins = date.toZonedDateTime(OSLO).toInstant()
  const ends = date.add({ days: 1 }).toZonedDateTime(OSLO).toInstant()
  const events = await queueEventsOf(read, tables, {
    officeId,
    from: day,
    to: date.add({ days: 1 }).toString(),
  })
  const tickets = await ticketsOfDay(read, tables, { officeId, day })
  const measured = measureDay(events, {
    midnight: begins.epochMilliseconds / 1000,
    peopleOf: new Map(tickets.map((ticket) => [ticket.id, ticket])),
  })
  const span = { officeId, fromTick: tickFrom(begins), toTick: tickFrom(ends) }
  const booked = await expectedAppointments(read, tables, span)
  const early = tickets.flatMap(({ startTick, arrivedAt, splitFromId }) =>
    startTick === null || splitFromId !== null ? [] : [startTick * TICK_SECONDS - arrivedAt],
  )
  const all = await allQueueFigures(read, tables)
  const everywhere = timesEverywhere(all.map(({ figures }) => figures))
  const rules = queueRules(portal)
  await engine.write(async (tx) => {
    const before = await queueFiguresOf(tx, tables, officeId)
    // Another process was here meanwhile.
    if (before && before.throughDay >= day) return
    const figures = withDay(before?.figures ?? NO_FIGURES, measured, {
      usual: usualTimes(before?.figures ?? NO_FIGURES, everywhere, rules),
      furtherPersonShare: rules.furtherPersonShare,
      appointments: { booked: Math.max(booked.length, early.length), early },
    })
    await saveQueueFigures(tx, tables, { officeId, throughDay: day, figures })
    const told = await toldWaitsOf(tx, tables, { officeId, day })
    if (told.length > 0) await saveWaitHits(tx, tables, { officeId, day, ...hitsOf(told) })
    await deletePredictions(tx, tables, { officeId, day })
  })
}

/** How many waits were as they had been told. */
export function hitsOf(told: Awaited<ReturnType<typeof toldWaitsOf>>): {
  told: number
  half: number
  most: number
} {
  const count = (which: 'half' | 'most') =>
    told.filter(({ wait, seconds }) => isAsTold(wait[which], seconds)).length
  return { told: told.length, half: count('half'), most: count('most') }
}
