import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { asUnavailable, isDatabaseUnavailable } from '#db/errors.ts'
import type { Engine } from '#db/engine.ts'
import { OSLO } from '#app/domain/time/tick.ts'
import { createAuditIds } from '#app/server/audit-ids.ts'
import { systemClock } from '#app/server/clock.ts'
import { startJobs } from '#app/server/jobs.ts'
import { createLog } from '#app/server/log.ts'
import { createLinks } from '#app/server/links.ts'
import { readSettings, type Settings } from '#app/server/settings.ts'
import { SettingsError } from '#app/server/settings-error.ts'
import { loadCatalogue } from '#app/use-cases/catalogue.server.ts'
import { DatabaseNotReady, openReadyDatabase } from '#app/use-cases/open-database.server.ts'
import { ownJobs, type OwnWork } from './own-jobs.ts'

/**
 * `npm run worker`: delivers messages and does timed work as a process of its own, beside servers with WORKER=apart.
 * Several may run at once.
 */

const RETRY_MILLISECONDS = 2_000

const settings = settingsOrExit()
const log = createLog({ level: settings.logLevel })
const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())

const mailroom = await openWhenReady()
if (mailroom) await work(mailroom)

function settingsOrExit(): Settings {
  try {
    const read = readSettings(process.env)
    if (!read.databaseUrl.startsWith('file:')) return read
    console.error('A worker of its own needs PostgreSQL. On SQLite the server does this work itself.')
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    console.error(error.message)
  }
  process.exit(1)
}

/** Tries until the database can be served from; null when it was told to end meanwhile. */
async function openWhenReady(): Promise<OwnWork | null> {
  let said = ''
  while (!stop.signal.aborted) {
    let engine: Engine | undefined
    try {
      engine = await openReadyDatabase(settings.databaseUrl, { inEarnest: settings.mode === 'production' })
      const clock = systemClock(settings.clockStart)
      const today = clock.now().toZonedDateTimeISO(OSLO).toPlainDate()
      const catalogue = await loadCatalogue(engine, today)
      return {
        ...{ engine, clock, catalogue, links: createLinks(settings.fieldKey) },
        auditIds: createAuditIds(settings.auditKey),
        randomBytes: (count) => randomBytes(count),
      }
    } catch (error) {
      await engine?.close()
      const reason = asUnavailable(error)
      if (!(reason instanceof DatabaseNotReady) && !isDatabaseUnavailable(reason)) throw error
      const message = reason instanceof Error ? reason.message : String(reason)
      if (message !== said) console.error(message)
      said = message
      await wait(RETRY_MILLISECONDS, undefined, { signal: stop.signal }).catch(() => {})
    }
  }
  return null
}

async function work(open: OwnWork): Promise<void> {
  const own = await ownJobs(open, settings, { stop: stop.signal, isBesideVisitors: false, log })
  const jobs = startJobs(own.jobs, ({ name }, error) => {
    log.error(`The job "${name}" failed`, error)
  })
  console.log('Working')
  if (!stop.signal.aborted) await new Promise((resolve) => stop.signal.addEventListener('abort', resolve))
  await jobs.stop()
  await own.close()
  await open.engine.close()
}
