import { openEngine, type Engine } from '#db/engine.ts'
import { damageSentence } from '#db/errors.ts'
import { newestSeeding } from '#db/queries/catalogue.ts'
import { schemaState } from '#db/schema-state.ts'
import { epochSeconds } from '#app/domain/scheduling/appointment.ts'
import { OSLO } from '#app/domain/time/tick.ts'
import { systemClock } from '#app/server/clock.ts'
import type { Settings } from '#app/server/settings.ts'

/**
 * Makes the database ready before it is served from: tables on the first run and after an update, and in the
 * demonstration data on the first. A newer database is left alone: the server says so to operators and citizens.
 * @throws when a database that is to be updated is damaged
 */
export async function prepareDatabase(settings: Settings, say: (line: string) => void): Promise<void> {
  const engine = await openEngine(settings.databaseUrl)
  try {
    const state = await schemaState(engine)
    if (state === 'newer') return
    // What is damaged must not be written to.
    const damage = state === 'older' ? await engine.check() : null
    if (damage !== null) throw new Error(damageSentence(damage))
    if (state !== 'current') {
      say(state === 'empty' ? '[3/4] Making the tables …' : '[3/4] Updating the tables …')
      await engine.migrate()
    }
    if ((await newestSeeding(engine)) !== null) await bringNewRules(engine, say)
    if (settings.mode !== 'demo' || (await newestSeeding(engine)) !== null) return
    const { seed } = await import('#db/seed/seed.ts')
    const now = systemClock(settings.clockStart).now()
    const today = now.toZonedDateTimeISO(OSLO).toPlainDate()
    await seed({ engine, size: 'demo', today, nowSeconds: epochSeconds(now), onProgress: say })
  } finally {
    await engine.close()
  }
}

/** A later version may go by rules that an older database does not have. */
async function bringNewRules(engine: Engine, say: (line: string) => void): Promise<void> {
  const { addMissingRules } = await import('#db/seed/add-missing-rules.ts')
  const added = await addMissingRules(engine)
  if (added > 0) say(`[3/4] Added ${added} rules that came with this version`)
}
