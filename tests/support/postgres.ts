import { execFileSync, spawn, type ChildProcessByStdio } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import pg from 'pg'
import { openEngine } from '#db/engine.ts'
import { freePort } from './free-port.ts'
import { isOpenToAll, postgresBinaries } from './postgres-binaries.ts'

/** PostgreSQL refuses to run as root; "nobody" is there on every Unix, so no user has to be made. */
const NOBODY = 65534

const USER = 'portal'
const PASSWORD = 'only-for-tests'

const LONGEST_STOP_MILLISECONDS = 5_000

export type TestPostgres = {
  url(databaseName: string): string
  /** Makes a database of its own and gives its url: an empty one, or a copy of one that nobody is connected to. */
  createDatabase(copy?: { template: string }): Promise<string>
  /** Ends it as a crash would – nothing more is written – and starts it again on what is on the disk. */
  crash(): Promise<void>
  stop(): Promise<void>
}

/**
 * A real PostgreSQL with an empty cluster in a temporary folder, on loopback only. `durable`: with fsync, for
 * measurements; without it a crash of the machine would lose data, a crash of the portal would not.
 */
export async function startPostgres({ durable = false } = {}): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'forste-kontakt-postgres-'))
  const isRoot = process.getuid?.() === 0
  if (isRoot) chownSync(folder, NOBODY, NOBODY)
  const programs = isRoot ? binariesForNobody(folder) : postgresBinaries()
  const user = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
  const options = { ...user, cwd: folder, env: { ...process.env, LC_ALL: 'C' } }

  const cluster = join(folder, 'cluster')
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, PASSWORD)
  execFileSync(
    join(programs, 'bin', 'initdb'),
    [
      ...['-D', cluster, '-U', USER, '--auth=password', `--pwfile=${passwordFile}`, '--encoding=UTF8'],
      ...['--no-locale', '--no-sync', '--no-instructions'],
    ],
    { ...options, stdio: 'pipe' },
  )

  const port = await freePort()
  const start = async () => {
    const started = spawn(
      join(programs, 'bin', 'postgres'),
      [
        ...['-D', cluster, '-p', String(port), '-h', '127.0.0.1', '-c', 'unix_socket_directories='],
        ...(durable ? [] : ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']),
      ],
      { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    await isReady(started)
    return started
  }
  let server = await start()
  const endServer = () => server.kill('SIGQUIT')
  process.once('exit', endServer)

  return {
    ...onServer(`postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/postgres`),
    async crash() {
      const gone = once(server, 'exit')
      server.kill('SIGQUIT')
      await gone
      server = await start()
    },
    async stop() {
      process.off('exit', endServer)
      if (server.exitCode === null) {
        // Fast shutdown: open connections are ended rather than waited for.
        const gone = once(server, 'exit')
        server.kill('SIGINT')
        // One that is just recovering from a crash may not hear that.
        const timer = setTimeout(() => server.kill('SIGQUIT'), LONGEST_STOP_MILLISECONDS)
        await gone
        clearTimeout(timer)
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The same for a server that runs already. `adminUrl` may make databases. */
export function onServer(adminUrl: string): Omit<TestPostgres, 'stop' | 'crash'> {
  const url = (databaseName: string) =>
    Object.assign(new URL(adminUrl), { pathname: `/${databaseName}` }).href
  return {
    url,
    async createDatabase(copy) {
      const name = `portal_${randomBytes(6).toString('hex')}`
      const client = new pg.Client({ connectionString: adminUrl })
      await client.connect()
      try {
        await client.query(`CREATE DATABASE ${name} TEMPLATE ${copy?.template ?? 'template1'}`)
      } finally {
        await client.end()
      }
      return url(name)
    },
  }
}

/** Makes a database that has the tables and nothing else, for copies of it; answers its name. */
export async function makeTemplate(server: Pick<TestPostgres, 'createDatabase'>): Promise<string> {
  const url = await server.createDatabase()
  const engine = await openEngine(url)
  await engine.migrate()
  await engine.close()
  return new URL(url).pathname.slice(1)
}

/** Root's clone may lie where nobody can't go (under /root, in a private temporary folder): then a copy is run. */
function binariesForNobody(folder: string): string {
  const programs = postgresBinaries()
  if (isOpenToAll(join(programs, 'bin', 'postgres'))) return programs
  const copy = join(folder, 'programs')
  cpSync(programs, copy, { recursive: true, verbatimSymlinks: true })
  execFileSync('chmod', ['-R', 'a+rX', copy])
  chmodSync(folder, 0o755)
  return copy
}

/** Resolves when it takes connections. */
function isReady(server: ChildProcessByStdio<null, null, Readable>): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = ''
    server.stderr.on('data', (chunk: Buffer) => {
      output += chunk
      if (output.includes('ready to accept connections')) resolve()
    })
    server.once('error', reject)
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${output}`)))
  })
}
