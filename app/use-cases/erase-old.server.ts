import { idsToMakeAnonymous, makeAnonymous } from '#db/queries/appointments-of-person.ts'
import { erasedUntil, insertRetentionRun } from '#db/queries/retention-runs.ts'
import { deleteTicketsBefore } from '#db/queries/tickets.ts'
import { keptDaysOn } from '#app/domain/identity/retention.ts'
import { epochSeconds } from '#app/domain/scheduling/appointment.ts'
import { OSLO, tickFrom } from '#app/domain/time/tick.ts'
import { todayOf, type Portal } from './portal.server.ts'

/** So many in one write: others wait for no more than some milliseconds. */
const AT_ONCE = 500

/**
 * Makes appointments anonymous that are past their time of keeping, deletes tickets of the queue that are past theirs,
 * and notes what it did. Interrupted it goes on where it was. Answers how many appointments it was, or null when there was nothing new to look at.
 */
export async function eraseOld({
  engine,
  clock,
  catalogue,
}: Pick<Portal, 'engine' | 'clock' | 'catalogue'>): Promise<number | null> {
  const { tables } = engine
  const today = todayOf(clock)
  const keptFrom = today.subtract({ days: keptDaysOn(catalogue.rules, today) })
  const beforeTick = tickFrom(keptFrom.toZonedDateTime(OSLO).toInstant())
  const fromTick = await erasedUntil(engine.read, tables)
  if (fromTick >= beforeTick) return null
  let erased = 0
  for (const officeId of catalogue.offices.keys()) {
    let found: number
    do {
      found = await engine.write(async (tx) => {
        const ids = await idsToMakeAnonymous(tx, tables, { officeId, fromTick, beforeTick, limit: AT_ONCE })
        await makeAnonymous(tx, tables, ids)
        return ids.length
      })
      erased += found
    } while (found === AT_ONCE)
  }
  const tickets = await deleteOldTickets({ engine, clock, catalogue })
  const run = { at: epochSeconds(clock.now()), untilTick: beforeTick, erased, tickets }
  await engine.write((tx) => insertRetentionRun(tx, tables, run))
  return erased
}

/** Deletes what says who waited where; what happened stays as events, which say nothing of a person. */
async function deleteOldTickets({
  engine,
  clock,
  catalogue,
}: Pick<Portal, 'engine' | 'clock' | 'catalogue'>): Promise<number> {
  const today = todayOf(clock)
  const day = today.subtract({ days: keptDaysOn(catalogue.rules, today, 'ticket') }).toString()
  let deleted = 0
  let found: number
  do {
    found = await engine.write((tx) => deleteTicketsBefore(tx, engine.tables, { day, limit: AT_ONCE }))
    deleted += found
  } while (found === AT_ONCE)
  return deleted
}
