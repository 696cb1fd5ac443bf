import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import pg from 'pg'
import { openEngine, type Engine } from '#db/engine.ts'
import { CLOCK_START } from '#tests/support/demo-database.ts'
import type { TestPortal } from '#tests/support/portal.ts'
import { links, openGround, startOn, type Ground } from './ground.ts'
import { createLedger, KINDS, type Kind, type Ledger } from './ledger.ts'
import { anOutcome, type Outcome } from './outcome.ts'
import { wrongOverHttp } from './shown.ts'
import { brokenTimes, doubledTimes, storedAppointments } from './stored.ts'
import { createVisitors } from './visitors.ts'

const VISITORS = 16

/**
 * The kill comes at any moment after this many answers: so that a slow machine is as much of a test as a fast one.
 * When they do not come, it comes all the same.
 */
const FEWEST_ANSWERS = 5
const MOST_ANSWERS = 115
const LONGEST_WAIT_MILLISECONDS = 6_000
const LONGEST_DELAY_MILLISECONDS = 20

/** A fresh database after so many cycles: what is checked after a kill does not grow without end. */
const CYCLES_OF_DATABASE = 25

const PROGRESS_CYCLES = 10
const LONGEST_RECOVERY_MILLISECONDS = 30_000

/** A moment at which no portal of a cycle is any more, and every hold still lasts that nobody ended. */
const NOW = Temporal.Instant.from(CLOCK_START).epochMilliseconds / 1000 + 5 * 60

/** What is killed, in turn: SIGKILL to the portal or to one process of PostgreSQL, or all of PostgreSQL at once. */
const VICTIMS = ['portal', 'portal', 'postgres backend', 'portal', 'postgres'] as const
type Victim = (typeof VICTIMS)[number]

export type KillReport = Outcome & {
  kinds: Map<Kind, number>
  victims: Map<Victim, number>
  unanswered: number
  /** Answers 503: the database was away. Whether it was done is then unknown. */
  unavailable: number
  cycles: number
}

/**
 * Kills the portal, or PostgreSQL under it, while visitors book, move and cancel; starts it again, and compares the
 * database with what everybody was told. Stops by itself after `cycles`, or after the cycle in which `stop` is given.
 */
export async function killAgainAndAgain({
  kind,
  cycles,
  stop = new AbortController().signal,
  say = () => {},
  random = Math.random,
  mostAnswers = MOST_ANSWERS,
}: {
  kind: Engine['kind']
  cycles: number
  mostAnswers?: number
  stop?: AbortSignal
  say?: (line: string) => void
  random?: () => number
}): Promise<KillReport> {
  const began = performance.now()
  const report: KillReport = {
    ...anOutcome(`kill -9 (${kind})`),
    kinds: new Map(KINDS.map((name) => [name, 0])),
    victims: new Map(),
    unanswered: 0,
    unavailable: 0,
    cycles: 0,
  }
  const ground = await openGround(kind)
  try {
    while (report.cycles < cycles && !stop.aborted) {
      const most = Math.min(CYCLES_OF_DATABASE, cycles - report.cycles)
      await useOneDatabase(ground, {
        most,
        mostAnswers,
        stop,
        random,
        report,
        say: () => say(progress(report, began)),
      })
    }
  } finally {
    await ground.end()
  }
  const seconds = Math.round((performance.now() - began) / 1000)
  report.tried = `${report.cycles} × kill -9 (${kind})`
  report.notes.push(
    `killed: ${inWords(report.victims)}; told: ${inWords(report.kinds)}`,
    `not done, or without an answer, when it was killed: ${report.unanswered}, of these ${report.unavailable} × 503; ${seconds} s`,
  )
  return report
}

type Run = {
  most: number
  mostAnswers: number
  stop: AbortSignal
  random: () => number
  report: KillReport
  say: () => void
}

async function useOneDatabase(ground: Ground, run: Run): Promise<void> {
  const { most, stop, random, report, say } = run
  const url = await ground.freshDatabase()
  const ledger = createLedger(links.hashOf)
  let portal = await startOn(url)
  try {
    for (let cycle = 0; cycle < most && !stop.aborted; cycle += 1) {
      const victim = chooseVictim(ground, report.cycles)
      await killOnce({ ground, portal, ledger, victim, run })
      if (victim === 'portal') portal = await startOn(url)
      else await answersAgain(portal)
      await compare(url, ledger, report)
      report.wrong.push(...(await wrongOverHttp(portal.url, ledger, random)))
      report.cycles += 1
      report.victims.set(victim, (report.victims.get(victim) ?? 0) + 1)
      if (report.cycles % PROGRESS_CYCLES === 0) say()
    }
  } finally {
    await portal.stop()
    for (const [kind, number] of ledger.acknowledged()) {
      report.kinds.set(kind, (report.kinds.get(kind) ?? 0) + number)
    }
    report.unanswered += ledger.unanswered()
  }
}

function chooseVictim({ postgres }: Ground, cycle: number): Victim {
  return (postgres && VICTIMS[cycle % VICTIMS.length]) ?? 'portal'
}

/** Lets visitors in, and kills the victim at some moment while they are served. */
async function killOnce({
  ground: { postgres },
  portal,
  ledger,
  victim,
  run: { random, report, mostAnswers },
}: {
  ground: Ground
  portal: TestPortal
  ledger: Ledger
  victim: Victim
  run: Run
}): Promise<void> {
  const before = sumOf(ledger)
  const visitors = createVisitors({ url: portal.url, ledger, links, random })
  const closed = new AbortController()
  const served = visitors.comeAndGo(VISITORS, closed.signal)
  const enough = before + FEWEST_ANSWERS + Math.floor(random() * (mostAnswers - FEWEST_ANSWERS))
  const deadline = Date.now() + LONGEST_WAIT_MILLISECONDS
  while (sumOf(ledger) < enough && Date.now() < deadline) await wait(5)
  await wait(random() * LONGEST_DELAY_MILLISECONDS)
  if (victim === 'portal') await portal.kill()
  else if (victim === 'postgres') await postgres?.crash()
  else await killBackend(portal)
  closed.abort()
  // The last answers are waited for, also those that a living portal gives about a dead database.
  await served
  report.acknowledged += sumOf(ledger) - before
  for (const [status, times] of visitors.troubles) {
    // PostgreSQL may be away, or so small a one too busy: then the portal says 503. Else it has no reason to.
    if (status === 503 && postgres) report.unavailable += times
    else report.wrong.push(`${times} × answer ${status} (${victim} killed): ${errorsOf(portal)}`)
  }
}

/** Kills one process of PostgreSQL that serves the portal; the others then end too, and it recovers by itself. */
async function killBackend({ databaseUrl }: TestPortal): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<{ pid: number }>(
    'SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  )
  const [backend] = rows
  if (backend) process.kill(backend.pid, 'SIGKILL')
  await client.end().catch(() => {})
}

/** Waits until a page that reads the database is served again, by the same portal. */
async function answersAgain(portal: TestPortal): Promise<void> {
  const deadline = Date.now() + LONGEST_RECOVERY_MILLISECONDS
  while (Date.now() < deadline) {
    const answer = await fetch(`${portal.url}/nb/appointments/AAAAAAAAAAAAAAAAAAAAAA`)
    await answer.body?.cancel()
    // Nobody has this link; that it says so means that it could look.
    if (answer.status === 404) return
    await wait(50)
  }
  throw new Error(`The portal did not find back to its database within ${LONGEST_RECOVERY_MILLISECONDS} ms`)
}

/** Compares the database with the ledger, and with what must always be true. */
async function compare(url: string, ledger: Ledger, report: KillReport): Promise<void> {
  const engine = await openEngine(url)
  try {
    const appointments = await storedAppointments(engine, NOW)
    const broken = await brokenTimes(engine, NOW)
    const { lost, orphaned } = ledger.settle(appointments)
    count(report, 'lost', lost)
    count(report, 'doubled', [...doubledTimes(appointments), ...broken.doubled])
    count(report, 'orphaned', [...orphaned, ...broken.orphaned])
  } finally {
    await engine.close()
  }
  if (url.startsWith('file:')) report.wrong.push(...brokenPages(url.slice('file:'.length)))
}

function brokenPages(path: string): string[] {
  const database = new Database(path, { readonly: true })
  const rows = database.prepare('PRAGMA integrity_check').pluck().all().map(String)
  database.close()
  return rows.filter((row) => row !== 'ok').map((row) => `integrity_check: ${row}`)
}

function count(
  report: KillReport,
  what: 'lost' | 'doubled' | 'orphaned',
  sentences: readonly string[],
): void {
  report[what] += sentences.length
  report.notes.push(...sentences.map((sentence) => `cycle ${report.cycles + 1}, ${what}: ${sentence}`))
}

/** The errors that the portal printed, without the lines of code that lead to them. */
function errorsOf(portal: TestPortal): string {
  const lines = portal.log().split('\n')
  const named = lines.filter((line) => /^\w*Error|cause|\bcode:|severity/.test(line))
  return [...new Set(named.map((line) => line.trim().slice(0, 200)))].join(' | ')
}

function inWords(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([name, number]) => `${number} ${name}`).join(', ')
}

function sumOf(ledger: Ledger): number {
  return [...ledger.acknowledged().values()].reduce((sum, number) => sum + number, 0)
}

function progress(report: KillReport, began: number): string {
  const { cycles, acknowledged, lost, doubled, orphaned, tried, wrong } = report
  const seconds = (performance.now() - began) / 1000
  return `${tried}: ${cycles} cycles in ${Math.round(seconds)} s, ${acknowledged} acknowledged, ${lost} lost, ${doubled} doubled, ${orphaned} orphaned${wrong.length > 0 ? `, ${wrong.length} wrong` : ''}`
}
