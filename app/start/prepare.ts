import { openEngine } from '#db/engine.ts'
import { newestSeeding } from '#db/queries/catalogue.ts'
import { schemaState } from '#db/schema-state.ts'
import { seed } from '#db/seed/seed.ts'
import { epochSeconds } from '#app/domain/scheduling/appointment.ts'
import { OSLO } from '#app/domain/time/tick.ts'
import { systemClock } from '#app/server/clock.ts'
import { readSettings } from '#app/server/settings.ts'

// Makes the database ready before the server starts: tables on the first run and after an update, data on the first.

try {
  const settings = readSettings(process.env)
  const engine = await openEngine(settings.databaseUrl)
  const state = await schemaState(engine)
  // A newer database is left alone: the server says so to operators and citizens.
  if (state === 'empty' || state === 'older') {
    console.log(state === 'empty' ? 'Making the tables …' : 'Updating the tables …')
    await engine.migrate()
  }
  if (state !== 'newer' && settings.mode === 'demo' && (await newestSeeding(engine)) === null) {
    const now = systemClock(settings.clockStart).now()
    await seed({
      engine,
      size: 'demo',
      today: now.toZonedDateTimeISO(OSLO).toPlainDate(),
      nowSeconds: epochSeconds(now),
      onProgress: (line) => console.log(line),
    })
  }
  await engine.close()
} catch (error) {
  console.error(error instanceof Error ? `${error.name}: ${error.message}` : error)
  process.exitCode = 1
}
