import { countersOpenSince, saveCounter } from '#db/queries/counters.ts'
import { forgetQueueActions } from '#db/queries/queue-actions.ts'
import { insertQueueEvents } from '#db/queries/queue-events.ts'
import { forgetWords, officesWithOldTickets, openTickets, updateTicket } from '#db/queries/tickets.ts'
import { endDay } from '#app/domain/queue/actions/end-day.ts'
import { epochSeconds } from '#app/domain/scheduling/appointment.ts'
import { OSLO } from '#app/domain/time/tick.ts'
import { todayOf, type Portal } from './portal.server.ts'

/**
 * Ends the days that are over: who was left in a queue is closed with that as the reason, counters that nobody closed
 * are closed, and what staff wrote about visits and could have undone, and what people said to the guide, is forgotten. Done twice it is done once. Answers
 * how many tickets it closed.
 */
export async function endQueueDays({ engine, clock }: Pick<Portal, 'engine' | 'clock'>): Promise<number> {
  const { read, tables } = engine
  const today = todayOf(clock)
  const now = epochSeconds(clock.now())
  const midnight = epochSeconds(today.toZonedDateTime(OSLO).toInstant())
  let closed = 0
  for (const { officeId, day } of await officesWithOldTickets(read, tables, today.toString())) {
    closed += await engine.write(
      async (tx) => {
        const decision = endDay({
          now,
          counters: [],
          tickets: await openTickets(tx, tables, { officeId, day }),
        })
        if (!decision.ok) return 0
        for (const { id, set } of decision.tickets) await updateTicket(tx, tables, id, set)
        await insertQueueEvents(tx, tables, { officeId, day, at: now, events: decision.events })
        return decision.tickets.length
      },
      { inLine: `queue ${officeId}` },
    )
  }
  await closeCounters({ engine, clock }, midnight)
  await engine.write(async (tx) => {
    await forgetWords(tx, tables, today.toString())
    await forgetQueueActions(tx, tables, today.toString())
  })
  return closed
}

/** Closes counters that stand open or paused since a day that is over. */
async function closeCounters(
  { engine, clock }: Pick<Portal, 'engine' | 'clock'>,
  midnight: number,
): Promise<void> {
  const { read, tables } = engine
  const now = epochSeconds(clock.now())
  for (const { id, officeId } of await countersOpenSince(read, tables, midnight)) {
    await engine.write(
      async (tx) => {
        const counter = (await countersOpenSince(tx, tables, midnight)).find((one) => one.id === id)
        if (!counter) return
        const decision = endDay({ now, tickets: [], counters: [{ ...counter, number: 0 }] })
        if (!decision.ok) return
        for (const { set } of decision.counters)
          await saveCounter(tx, tables, { ...counter, number: 0, ...set })
        const day = Temporal.Instant.fromEpochMilliseconds(counter.since * 1000)
          .toZonedDateTimeISO(OSLO)
          .toPlainDate()
          .toString()
        await insertQueueEvents(tx, tables, { officeId, day, at: now, events: decision.events })
      },
      { inLine: `queue ${officeId}` },
    )
  }
}
