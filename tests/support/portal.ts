import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { TOP } from '#app/start/runtime.js'
import { CLOCK_START, copyTemplate, demoTemplate } from './demo-database.ts'
import { freePort } from './free-port.ts'

const START_SECONDS = 120
const STOP_SECONDS = 15

export type TestPortal = {
  /** Without a slash at the end. */
  url: string
  /** The number of the server's process. */
  pid: number
  dataDir: string
  databaseUrl: string
  /** When its clock began to go, in epoch milliseconds of ours. */
  startedAt(): number
  /** What the server has printed so far. */
  log(): string
  /** Ends the server as an operator would, and removes what was made for it. */
  stop(): Promise<void>
  /** Ends it as a power cut would (SIGKILL); the data stays, for another start with the same `dataDir`. */
  kill(): Promise<void>
}

type PortalOptions = {
  /** A database that is migrated and seeded already; without it a copy of the demonstration's. */
  databaseUrl?: string
  /** A folder of an earlier portal, with its database; it is kept. */
  dataDir?: string
  clockStart?: string
  /** For a portal whose database is away: such a one lives and is not ready. */
  waitFor?: 'ready' | 'alive'
  /** More settings (contract.md). */
  env?: Record<string, string>
}

const MOST_STARTS = 3

/** Starts the built server on a free port of loopback and waits until it is ready. */
export async function startPortal(options: PortalOptions = {}): Promise<TestPortal> {
  for (let start = 1; ; start += 1) {
    try {
      return await startOnce(options)
    } catch (error) {
      // Somebody else may take a port between its being found free and its being used.
      if (start === MOST_STARTS || !/ is in use/.test(String(error))) throw error
    }
  }
}

async function startOnce(options: PortalOptions): Promise<TestPortal> {
  const { clockStart = CLOCK_START, waitFor = 'ready', env = {} } = options
  const template = options.dataDir || options.databaseUrl ? null : demoTemplate(clockStart)
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'forste-kontakt-portal-'))
  if (template) copyTemplate(template, dataDir)
  mkdirSync(dataDir, { recursive: true })
  const databaseUrl = options.databaseUrl ?? `file:${join(dataDir, 'portal.db')}`
  const [port, testProviderPort] = [await freePort(), await freePort()]
  const server = spawn(process.execPath, ['--disable-proto=delete', join(TOP, 'server.ts')], {
    cwd: TOP,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      BASE_URL: `http://127.0.0.1:${port}`,
      TEST_PROVIDER_PORT: String(testProviderPort),
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      CLOCK_START: clockStart,
      // A test may play many visitors (visitor-address.ts); who says nothing is counted as loopback.
      TRUST_PROXY: 'loopback',
      // Another site on this machine: no test asks another one.
      LEAVE_URL: `http://localhost:${port}/nb/accessibility`,
      ...env,
    },
  })
  let startedAt = Date.now()
  let output = ''
  const keep = (chunk: Buffer) => {
    // Its clock begins with the work that follows.
    if (output === '') startedAt = Date.now()
    output += chunk
  }
  server.stdout.on('data', keep)
  server.stderr.on('data', keep)
  const endServer = () => server.kill('SIGKILL')
  process.once('exit', endServer)

  async function end(signal: NodeJS.Signals): Promise<void> {
    process.off('exit', endServer)
    await endProcess(server, signal)
  }
  const portal: TestPortal = {
    url: `http://127.0.0.1:${port}`,
    // A process that could not be made has none; then the wait for its answer says so.
    pid: server.pid ?? 0,
    dataDir,
    databaseUrl,
    startedAt: () => startedAt,
    log: () => output,
    async stop() {
      await end('SIGTERM')
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true })
    },
    kill: () => end('SIGKILL'),
  }
  try {
    await answers(server, portal, waitFor === 'ready' ? '/readyz' : '/healthz')
  } catch (error) {
    await portal.stop()
    throw error
  }
  return portal
}

/** Ends this process and no other; harder when it doesn't go. */
async function endProcess(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = once(server, 'exit')
  server.kill(signal)
  const timer = setTimeout(() => server.kill('SIGKILL'), STOP_SECONDS * 1000)
  await gone
  clearTimeout(timer)
}

/** A server that ends instead has said why; the error repeats it. */
async function answers(server: ChildProcess, { url, log }: TestPortal, path: string): Promise<void> {
  const deadline = Date.now() + START_SECONDS * 1000
  while (Date.now() < deadline) {
    if (server.exitCode !== null || server.signalCode !== null) {
      throw new Error(
        `The portal ended instead of starting (${server.exitCode ?? server.signalCode}):\n${log()}`,
      )
    }
    const answer = await fetch(url + path).catch(() => null)
    await answer?.body?.cancel()
    if (answer?.ok) return
    await wait(50)
  }
  throw new Error(`The portal did not answer on ${path} within ${START_SECONDS} s:\n${log()}`)
}
