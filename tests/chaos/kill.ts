import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Engine } from '#db/engine.ts'
import type { TestPortal } from '#tests/support/portal.ts'
import { examine } from './examine.ts'
import { links, openGround, startOn, type Ground } from './ground.ts'
import { createLedger, KINDS, type Kind, type Ledger } from './ledger.ts'
import { anOutcome, type Outcome } from './outcome.ts'
import { wrongOverHttp } from './shown.ts'
import { createVisitors } from './visitors.ts'

const VISITORS = 16

/**
 * The kill comes at any moment after this many answers: so that a slow machine is as much of a test as a fast one.
 * When they do not come, it comes all the same.
 */
const FEWEST_ANSWERS = 5
const MOST_ANSWERS = 115
const LONGEST_WAIT_MILLISECONDS = 60_000
const LONGEST_DELAY_MILLISECONDS = 20

/** A fresh database after so many cycles: what is checked after a kill does not grow without end. */
const CYCLES_OF_DATABASE = 25

const PROGRESS_CYCLES = 10
const LONGEST_RECOVERY_MILLISECONDS = 30_000

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
  fewestAnswers = FEWEST_ANSWERS,
  mostAnswers = MOST_ANSWERS,
}: {
  kind: Engine['kind']
  cycles: number
  fewestAnswers?: number
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
        fewestAnswers,
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
  fewestAnswers: number
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
      await examine(url, { ledger, outcome: report, when: `cycle ${report.cycles + 1}` })
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
  run: { random, report, fewestAnswers, mostAnswers },
}: {
  ground: Ground
  portal: TestPortal
  ledger: Ledger
  victim: Victim
  run: Run
}): Promise<void> {
  const before = ledger.sum()
  const visitors = createVisitors({ url: portal.url, ledger, links, random })
  const closed = new AbortController()
  const served = visitors.comeAndGo(VISITORS, closed.signal)
  const enough = before + fewestAnswers + Math.floor(random() * (mostAnswers - fewestAnswers))
  const deadline = Date.now() + LONGEST_WAIT_MILLISECONDS
  while (ledger.sum() < enough && Date.now() < deadline) await wait(5)
  await wait(random() * LONGEST_DELAY_MILLISECONDS)
  if (victim === 'portal') await portal.kill()
  else if (victim === 'postgres') await postgres?.crash()
  else await killBackend(portal)
  closed.abort()
  // The last answers are waited for, also those that a living portal gives about a dead database.
  await served
  report.acknowledged += ledger.sum() - before
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

/** The errors that the portal printed, without the lines of code that lead to them. */
function errorsOf(portal: TestPortal): string {
  const lines = portal.log().split('\n')
  const named = lines.filter((line) => /^\w*Error|cause|\bcode:|severity/.test(line))
  return [...new Set(named.map((line) => line.trim().slice(0, 200)))].join(' | ')
}

function inWords(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([name, number]) => `${number} ${name}`).join(', ')
}

function progress(report: KillReport, began: number): string {
  const { cycles, acknowledged, lost, doubled, orphaned, tried, wrong } = report
  const seconds = (performance.now() - began) / 1000
  return `${tried}: ${cycles} cycles in ${Math.round(seconds)} s, ${acknowledged} acknowledged, ${lost} lost, ${doubled} doubled, ${orphaned} orphaned${wrong.length > 0 ? `, ${wrong.length} wrong` : ''}`
}
