import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { TOP } from '#app/start/runtime.js'
import { openEngine, type Engine } from '#db/engine.ts'
import { freePort } from '#tests/support/free-port.ts'
import { startMailSink } from '#tests/support/mail-sink.ts'
import { outboxRows } from '#tests/support/outbox.ts'
import { startSmsSink } from '#tests/support/sms-sink.ts'
import { COMPILED, FIELD_KEY, openGround } from './ground.ts'
import { anOutcome, type Outcome } from './outcome.ts'
import { createPostLedger } from './post-ledger.ts'
import { createWriters } from './writers.ts'

const BEGIN = Temporal.Instant.from('2026-11-23T07:00:00Z')

/** From one cycle to the next a lease has ended: the clock of each worker begins so much later. */
const CYCLE_SECONDS = 150

/** The kill comes when some of the messages that are due were taken, at most so many, or a little later. */
const MOST_TAKEN = 30
const LONGEST_DELAY_MILLISECONDS = 30
const LONGEST_WAIT_MILLISECONDS = 60_000

const PROGRESS_CYCLES = 25

/**
 * Kills the process that delivers messages – on PostgreSQL a worker of its own, on SQLite the server – while it sends
 * over real SMTP and HTTP, and counts at the other end: nothing is lost, and nothing comes twice but what was taken and
 * not yet marked when a kill came; then it has the same id.
 */
export async function killWorker({
  kind,
  cycles,
  stop = new AbortController().signal,
  say = () => {},
  random = Math.random,
}: {
  kind: Engine['kind']
  cycles: number
  stop?: AbortSignal
  say?: (line: string) => void
  random?: () => number
}): Promise<Outcome & { cycles: number; kills: number; unmarked: number; twice: number }> {
  const outcome = { ...anOutcome(`worker (${kind})`), cycles: 0, kills: 0, unmarked: 0, twice: 0 }
  const began = performance.now()
  const ground = await openGround(kind)
  const dataDir = mkdtempSync(join(tmpdir(), 'forste-kontakt-worker-'))
  const mail = await startMailSink()
  const sms = await startSmsSink()
  const url = await ground.freshDatabase()
  const writers = createWriters(random)
  const taken = () => [
    ...mail.received.map(({ messageId }) => messageId.replace(/^<|>$/g, '')),
    ...sms.received.map(({ id }) => id),
  ]
  const ledger = createPostLedger()
  const env = { dataDir, url, smtp: mail.url, sms: sms.url }

  async function inDatabase<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
    const engine = await openEngine(url)
    try {
      return await work(engine)
    } finally {
      await engine.close()
    }
  }

  try {
    while (outcome.cycles < cycles && !stop.aborted) {
      const clockStart = BEGIN.add({ seconds: CYCLE_SECONDS * outcome.cycles })
      const due = await inDatabase(async (engine) => {
        await writers.bookAndChange(engine, clockStart)
        return (await waitingAt(engine, clockStart)).length
      })
      const worker = await startWorker(kind, env, clockStart)
      const enough = taken().length + 1 + Math.floor(random() * Math.min(MOST_TAKEN, due - 2))
      await until(() => taken().length >= enough || worker.exitCode !== null)
      await wait(random() * LONGEST_DELAY_MILLISECONDS)
      if (worker.exitCode !== null) throw new Error(`The worker ended by itself: ${worker.exitCode}`)
      await end(worker, 'SIGKILL')
      outcome.kills += 1
      if (kind === 'postgres') await isQuiet(url)
      ledger.sawKill(taken(), await inDatabase(outboxRows))
      outcome.cycles += 1
      if (outcome.cycles % PROGRESS_CYCLES === 0) say(progress())
    }
    await finish()
    const rows = await inDatabase(outboxRows)
    const { lost, doubled, twice, unmarked } = ledger.settle(taken(), rows)
    outcome.acknowledged = rows.filter(({ status }) => status === 'sent').length
    outcome.lost = lost.length
    outcome.doubled = doubled.length
    Object.assign(outcome, { twice, unmarked })
    const received = [
      ...mail.received.map(({ to, subject }) => ({ to, words: subject })),
      ...sms.received.map(({ to, text }) => ({ to, words: text })),
    ]
    outcome.wrong.push(...lost, ...doubled, ...writers.untold(received))
  } finally {
    await mail.stop()
    await sms.stop()
    await ground.end()
    rmSync(dataDir, { recursive: true, force: true })
  }
  outcome.tried = `${outcome.kills} × kill -9 of the worker (${kind})`
  outcome.notes.push(
    `${outcome.acknowledged} messages; taken and not marked when killed: ${outcome.unmarked}; came twice, each of these with one id: ${outcome.twice}; ${seconds()} s`,
  )
  return outcome

  /** Lets a last worker send what is left. */
  async function finish(): Promise<void> {
    const clockStart = BEGIN.add({ seconds: CYCLE_SECONDS * outcome.cycles })
    const worker = await startWorker(kind, env, clockStart)
    // Two processes may read one SQLite file; only one writes.
    const engine = await openEngine(url)
    let left = Infinity
    let deadline = performance.now() + LONGEST_WAIT_MILLISECONDS
    while (left > 0 && performance.now() < deadline) {
      const now = (await waitingAt(engine, clockStart)).length
      if (now < left) deadline = performance.now() + LONGEST_WAIT_MILLISECONDS
      left = now
      await wait(50)
    }
    if (left > 0) outcome.wrong.push(`${left} messages that were due still wait`)
    await engine.close()
    await end(worker, 'SIGTERM')
  }

  function seconds(): number {
    return Math.round((performance.now() - began) / 1000)
  }

  function progress(): string {
    return `worker (${kind}): ${outcome.cycles} cycles in ${seconds()} s, ${taken().length} messages taken`
  }
}

/** Waits until the database has ended what the killed process had begun. */
async function isQuiet(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (let others = 1; others > 0;) {
      const { rows } = await client.query<{ others: number }>(
        'SELECT count(*)::int AS others FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      )
      others = rows[0]?.others ?? 0
      if (others > 0) await wait(5)
    }
  } finally {
    await client.end()
  }
}

/** The messages that may be sent at a moment, whoever had them. */
async function waitingAt(engine: Engine, now: Temporal.Instant) {
  const seconds = now.epochMilliseconds / 1000
  return (await outboxRows(engine)).filter(({ status, dueAt }) => status === 'waiting' && dueAt <= seconds)
}

async function startWorker(
  kind: Engine['kind'],
  { dataDir, url, smtp, sms }: { dataDir: string; url: string; smtp: string; sms: string },
  clockStart: Temporal.Instant,
): Promise<ChildProcess> {
  const program = kind === 'postgres' ? join('app', 'start', 'worker.ts') : 'server.ts'
  return spawn(process.execPath, [join(TOP, program)], {
    cwd: TOP,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NODE_COMPILE_CACHE: COMPILED,
      PORT: String(await freePort()),
      BASE_URL: 'http://portal.example',
      DATA_DIR: dataDir,
      DATABASE_URL: url,
      FIELD_KEY,
      SMTP_URL: smtp,
      SMS_URL: sms,
      CLOCK_START: clockStart.toString(),
    },
  })
}

async function end(worker: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return
  const gone = once(worker, 'exit')
  worker.kill(signal)
  await gone
}

async function until(isSo: () => boolean): Promise<void> {
  const deadline = performance.now() + LONGEST_WAIT_MILLISECONDS
  while (!isSo() && performance.now() < deadline) await wait(2)
}
