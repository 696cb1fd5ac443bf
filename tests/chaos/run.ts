import { parseArgs } from 'node:util'
import { corrupt } from './corrupt.ts'
import { fillDisk } from './disk-full.ts'
import { checkFsync } from './fsync.ts'
import { drip, DRIPPING_SOCKETS } from './drip.ts'
import { holdEverything } from './expire.ts'
import { failFsync } from './fsync-fails.ts'
import { fuzz } from './fuzz.ts'
import { guess } from './guess.ts'
import { killAgainAndAgain } from './kill.ts'
import { isBroken, tableOf, type Outcome } from './outcome.ts'
import { killCounters } from './queue.ts'
import { raceFamilies } from './race.ts'
import { drillRestore } from './restore.ts'
import { killWorker } from './worker.ts'

/**
 * `npm run chaos [-- NAME…] [--cycles N] [--requests N] [--seed TEXT] [--engine sqlite|postgres|both]`: does to the portal what happens to servers,
 * and prints what was tried and what was lost. Exit code 1 when anything was.
 */

export type ChaosOptions = {
  engines: ('sqlite' | 'postgres')[]
  cycles: number
  requests: number
  /** Makes the same requests again. */
  seed: string
  stop: AbortSignal
  say: (line: string) => void
}

const FAULTS: Record<string, (options: ChaosOptions) => Promise<Outcome[]>> = {
  kill: ({ engines, cycles, stop, say }) =>
    Promise.all(engines.map((kind) => killAgainAndAgain({ kind, cycles, stop, say }))),
  worker: ({ engines, cycles, stop, say }) =>
    inTurn(engines, (kind) => killWorker({ kind, cycles, stop, say })),
  queue: ({ engines, cycles, stop }) => inTurn(engines, (kind) => killCounters({ kind, cycles, stop })),
  fsync: async () => [await checkFsync()],
  'fsync-fails': async () => [await failFsync()],
  'disk-full': async () => [await fillDisk()],
  corrupt: ({ engines }) => inTurn(engines, corrupt),
  race: ({ engines }) => inTurn(engines, raceFamilies),
  expire: ({ engines }) => inTurn(engines, holdEverything),
  restore: ({ engines, say }) => inTurn(engines, (kind) => drillRestore(kind, say)),
  fuzz: async (options) => [await fuzz(options)],
  guess: async ({ requests }) => [await guess({ requests })],
  drip: async ({ requests }) => [await drip({ sockets: Math.min(requests, DRIPPING_SOCKETS) })],
}

/** The same fault on each engine, one after the other. */
async function inTurn(
  engines: ChaosOptions['engines'],
  fault: (kind: ChaosOptions['engines'][number]) => Promise<Outcome>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const kind of engines) outcomes.push(await fault(kind))
  return outcomes
}

const ENGINES: Record<string, ChaosOptions['engines']> = {
  sqlite: ['sqlite'],
  postgres: ['postgres'],
  both: ['sqlite', 'postgres'],
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cycles: { type: 'string', default: '5' },
    requests: { type: 'string', default: '100000' },
    seed: { type: 'string', default: new Date().toISOString() },
    engine: { type: 'string', default: 'both' },
  },
})
const names = positionals.length > 0 ? positionals : Object.keys(FAULTS)
const unknown = names.filter((name) => !(name in FAULTS))
const cycles = Number(values.cycles)
const requests = Number(values.requests)
const engines = ENGINES[values.engine]
if (unknown.length > 0) {
  refuse(`There is no fault ${unknown.join(', ')}. There are: ${Object.keys(FAULTS).join(', ')}.`)
} else if (!Number.isSafeInteger(cycles) || cycles < 1) {
  refuse('--cycles must be a whole number above 0.')
} else if (!Number.isSafeInteger(requests) || requests < 1) {
  refuse('--requests must be a whole number above 0.')
} else if (!engines) {
  refuse(`--engine must be one of ${Object.keys(ENGINES).join(', ')}.`)
} else await runAll({ engines, cycles, requests, seed: values.seed })

function refuse(sentence: string): void {
  console.error(sentence)
  process.exitCode = 1
}

async function runAll(options: Omit<ChaosOptions, 'stop' | 'say'>): Promise<void> {
  const interrupted = new AbortController()
  // The first Ctrl-C ends after the present cycle, with the table so far, and leaves nothing behind.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort())
  for (const name of names) {
    if (interrupted.signal.aborted) break
    console.log(`\n${name}`)
    const say = (line: string) => console.log(line)
    const outcomes = (await FAULTS[name]?.({ ...options, stop: interrupted.signal, say })) ?? []
    console.log(tableOf(outcomes))
    if (outcomes.some(isBroken)) process.exitCode = 1
  }
}
