import { deleteCountersBefore } from '#db/queries/rate-counters.ts'
import { epochSeconds } from '#app/domain/scheduling/appointment.ts'
import type { Portal } from './portal.server.ts'

/** Removes the counters whose time is over. Answers how many. */
export function forgetRateCounters({ engine, clock }: Pick<Portal, 'engine' | 'clock'>): Promise<number> {
  return engine.write((tx) => deleteCountersBefore(tx, engine.tables, epochSeconds(clock.now())))
}
