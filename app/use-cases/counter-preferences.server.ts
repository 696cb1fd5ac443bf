import {
  findCounterPreferences,
  saveCounterPreferences,
  type CounterPreferences,
} from '#db/queries/counter-preferences.ts'
import { QUEUE_SERVICES } from '#app/domain/queue/ticket.ts'
import type { Portal } from './portal.server.ts'

/** What a member of staff chose last; who never chose takes everybody, and has the keys on. */
export async function counterPreferences(
  { engine }: Pick<Portal, 'engine'>,
  staffId: number,
): Promise<CounterPreferences> {
  const kept = await findCounterPreferences(engine.read, engine.tables, staffId)
  return {
    ...{ officeId: null, counterId: null, hasShortcuts: true },
    ...kept,
    services: kept && kept.services.length > 0 ? kept.services : [...QUEUE_SERVICES],
  }
}

export function keepCounterPreferences(
  { engine }: Pick<Portal, 'engine'>,
  staffId: number,
  set: Partial<CounterPreferences>,
): Promise<void> {
  return engine.write((tx) => saveCounterPreferences(tx, engine.tables, staffId, set))
}
