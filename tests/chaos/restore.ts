import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { count } from 'drizzle-orm'
import { TOP } from '#app/start/runtime.js'
import { systemClock } from '#app/server/clock.ts'
import { confirmAppointment } from '#app/use-cases/confirm-appointment.server.ts'
import { holdTime } from '#app/use-cases/hold-time.server.ts'
import { openReadyDatabase } from '#app/use-cases/open-database.server.ts'
import { todayOf, type Portal } from '#app/use-cases/portal.server.ts'
import { saveContact } from '#app/use-cases/save-contact.server.ts'
import { openEngine, type Engine } from '#db/engine.ts'
import { nationalDatabase } from '#tests/bench/national.ts'
import { aNeed, aPerson, aSavedContact } from '#tests/support/builders.ts'
import { brokenClaims } from '#tests/support/claim-invariants.ts'
import { CLOCK_START } from '#tests/support/demo-database.ts'
import { startPortal } from '#tests/support/portal.ts'
import { startPostgres } from '#tests/support/postgres.ts'
import { openTestPortal } from '#tests/support/small-country.ts'
import { anOutcome, type Outcome } from './outcome.ts'

/** Makes a little more than a million appointments. */
const CLAIMS = 2_760_000
const LEAST_APPOINTMENTS = 1_000_000

/** The goal of security.md: from the order to the first page. */
const MOST_SECONDS = 60

const KEYS = {
  FIELD_KEY: 'test:a-key-of-at-least-forty-three-letters-for-tests',
  AUDIT_KEY: 'chaos:b-key-of-at-least-forty-three-letters-for-faults',
  BACKUP_KEY: 'chaos:c-key-of-at-least-forty-three-letters-for-faults',
}

type Place = { source: string; target: string; folder: string; end: () => Promise<void> }

/**
 * A country with a million appointments is backed up while people book. Then everything is lost but the file: how long
 * until the portal serves again, and is every appointment there that was acknowledged before the backup began?
 */
export async function drillRestore(kind: Engine['kind'], say: (line: string) => void): Promise<Outcome> {
  const outcome = anOutcome(`backed up, lost, restored (${kind})`)
  const place = await (kind === 'sqlite' ? onSqlite() : onPostgres(say))
  try {
    const file = join(place.folder, 'country.backup')
    const before = await backUpWhileBooking(place, file, outcome, say)
    outcome.acknowledged = before.appointments
    await restoreAndServe(place, file, before, outcome, say)
    return outcome
  } finally {
    await place.end()
    rmSync(place.folder, { recursive: true })
  }
}

async function onSqlite(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'forste-kontakt-restore-'))
  const source = join(folder, 'source.db')
  // Nobody has the kept one open, so a plain copy is whole (security.md, pitfall 7).
  copyFileSync(nationalDatabase(CLAIMS), source)
  const engine = await openEngine(`file:${source}`)
  await engine.migrate()
  await engine.close()
  return {
    folder,
    source: `file:${source}`,
    target: `file:${join(folder, 'target.db')}`,
    end: async () => {},
  }
}

async function onPostgres(say: (line: string) => void): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'forste-kontakt-restore-'))
  const postgres = await startPostgres({ durable: true })
  const [source, target] = [await postgres.createDatabase(), await postgres.createDatabase()]
  say('Filling PostgreSQL with a country …')
  const { status } = spawnSync(
    process.execPath,
    [join(TOP, 'db', 'seed', 'run.ts'), '--size', 'national', '--claims', String(CLAIMS)],
    { env: { ...process.env, DATABASE_URL: source, CLOCK_START } },
  )
  if (status !== 0) throw new Error('The country could not be made.')
  return { folder, source, target, end: () => postgres.stop() }
}

type Before = { appointments: number; secrets: string[] }

async function backUpWhileBooking(
  { source, folder }: Place,
  file: string,
  outcome: Outcome,
  say: (line: string) => void,
): Promise<Before> {
  const engine = await openReadyDatabase(source)
  try {
    const portal = await openTestPortal(
      engine,
      systemClock(Temporal.Instant.from(CLOCK_START).add({ minutes: 1 })),
    )
    const bookings = visitorsOf(portal)
    await bookings.until(() => bookings.secrets.length >= 20)
    const before = { secrets: [...bookings.secrets], appointments: await appointmentsIn(engine) }
    const began = performance.now()
    const command = run('backup.ts', [file], { folder, databaseUrl: source })
    let isOver = false
    void command.finally(() => (isOver = true))
    const slowest = await bookings.until(() => isOver)
    const { status, said } = await command
    say(said.trim())
    if (status !== 0) throw new Error('The backup failed.')
    const seconds = (performance.now() - began) / 1000
    const rate = (bookings.secrets.length - before.secrets.length) / seconds
    outcome.notes.push(
      `backup: ${seconds.toFixed(1)} s with reading it back, ${(statSync(file).size / 1e6).toFixed(1)} MB; meanwhile ${rate.toFixed(1)} bookings per second, the slowest ${slowest.toFixed(0)} ms`,
    )
    return before
  } finally {
    await engine.close()
  }
}

/** One person after the other books somewhere. */
function visitorsOf(portal: Portal) {
  const secrets: string[] = []
  const offices = [...portal.catalogue.offices.keys()]
  const today = todayOf(portal.clock)

  async function book(): Promise<void> {
    const officeId = offices[Math.floor(Math.random() * offices.length)] ?? ''
    const day = today.add({ days: 1 + Math.floor(Math.random() * 40) }).toString()
    await portal.availability.freshen()
    const [startTick] = portal.availability.starts(officeId, day, aNeed(2), { notBefore: 0 })
    if (startTick === undefined) return
    const held = await holdTime(portal, {
      idempotencyKey: randomBytes(18).toString('base64url'),
      replaces: null,
      changes: null,
      officeId,
      startTick,
      people: [aPerson()],
    })
    if (!held.ok) return
    await saveContact(portal, held.secret, aSavedContact())
    if ((await confirmAppointment(portal, held.secret)).ok) secrets.push(held.secret)
  }

  return {
    secrets,
    /** Goes on until something is so; answers how long the slowest took (milliseconds). */
    async until(isSo: () => boolean): Promise<number> {
      let slowest = 0
      while (!isSo()) {
        const began = performance.now()
        await book()
        slowest = Math.max(slowest, performance.now() - began)
      }
      return slowest
    },
  }
}

async function restoreAndServe(
  { target, folder }: Place,
  file: string,
  before: Before,
  outcome: Outcome,
  say: (line: string) => void,
): Promise<void> {
  const began = performance.now()
  const { status, said } = await run('restore.ts', [file], { folder, databaseUrl: target })
  say(said.trim())
  if (status !== 0) throw new Error('Restoring failed.')
  const restored = (performance.now() - began) / 1000
  const portal = await startPortal({ databaseUrl: target, dataDir: folder, env: KEYS })
  try {
    const first = await fetch(`${portal.url}/nb`)
    const seconds = (performance.now() - began) / 1000
    if (first.status !== 200) outcome.wrong.push(`the first page answers ${first.status}`)
    if (seconds > MOST_SECONDS) outcome.wrong.push(`${seconds.toFixed(1)} s is more than ${MOST_SECONDS} s`)
    outcome.notes.push(
      `restored and verified after ${restored.toFixed(1)} s, first page after ${seconds.toFixed(1)} s`,
    )
    for (const secret of before.secrets) {
      const page = await fetch(`${portal.url}/nb/appointments/${secret}`)
      await page.body?.cancel()
      if (page.status !== 200) outcome.lost += 1
    }
  } finally {
    await portal.stop()
  }
  const engine = await openEngine(target)
  try {
    const there = await appointmentsIn(engine)
    outcome.lost += Math.max(0, before.appointments - there)
    outcome.notes.push(`${there} appointments, ${before.appointments} of them acknowledged before the backup`)
    if (there < LEAST_APPOINTMENTS) outcome.wrong.push(`fewer than ${LEAST_APPOINTMENTS} appointments`)
    const now = Temporal.Instant.from(CLOCK_START).epochMilliseconds / 1000
    outcome.wrong.push(...(await brokenClaims(engine, now)))
  } finally {
    await engine.close()
  }
}

async function run(
  script: string,
  args: string[],
  { folder, databaseUrl }: { folder: string; databaseUrl: string },
): Promise<{ status: number | null; said: string }> {
  const command = spawn(process.execPath, [join(TOP, 'app', 'start', script), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...KEYS, DATA_DIR: folder, DATABASE_URL: databaseUrl, CLOCK_START },
  })
  let said = ''
  const keep = (chunk: Buffer) => {
    said += chunk
  }
  command.stdout.on('data', keep)
  command.stderr.on('data', keep)
  await once(command, 'close')
  return { status: command.exitCode, said }
}

async function appointmentsIn({ read, tables }: Engine): Promise<number> {
  const [row] = await read.select({ number: count() }).from(tables.appointments)
  return row?.number ?? 0
}
