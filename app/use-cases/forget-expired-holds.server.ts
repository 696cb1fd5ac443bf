import { deleteHoldsEndedBefore } from '#db/queries/holds.ts'
import { epochSeconds } from '#app/domain/scheduling/appointment.ts'
import type { Portal } from './portal.server.ts'

/** A hold that ended is kept this long, so that a person who was called away finds what they typed. */
const KEPT_HOURS = 2

/** Removes what people typed into holds that they never confirmed. Answers how many were removed. */
export async function forgetExpiredHolds({
  engine,
  clock,
}: Pick<Portal, 'engine' | 'clock'>): Promise<number> {
  const before = epochSeconds(clock.now().subtract({ hours: KEPT_HOURS }))
  return engine.write((tx) => deleteHoldsEndedBefore(tx, engine.tables, before))
}
