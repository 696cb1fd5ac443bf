import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { sqliteDialect } from './dialect.ts'
import type { Engine, Tx } from './engine.ts'
import { asUnavailable, damageOf, isRefusal } from './errors.ts'
import { keepStatements } from './kept-statements.ts'
import { defineTables } from './tables.ts'

/** How long a statement waits for another process that holds the file. It blocks the process, so: not long. */
const BUSY_MILLISECONDS = 1_500

/** Writes that may share one commit, and so one fsync. */
const LARGEST_GROUP = 64

const MIGRATIONS = fileURLToPath(new URL('./migrations/sqlite', import.meta.url))

type WaitingWrite = {
  run: (tx: Tx) => Promise<unknown>
  settle: { resolve: (answer: unknown) => void; reject: (reason: unknown) => void }
}

export async function openSqliteEngine(path: string): Promise<Engine> {
  try {
    mkdirSync(dirname(path), { recursive: true })
    const writer = connect(path)
    const reader = connect(path)
    return sqliteEngine(writer, reader)
  } catch (error) {
    throw asUnavailable(error)
  }
}

function connect(path: string): Database.Database {
  const connection = new Database(path, { timeout: BUSY_MILLISECONDS })
  connection.pragma('journal_mode = WAL')
  // better-sqlite3 silently lowers this to NORMAL in WAL: a power cut could then take an acknowledged appointment.
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  if (connection.pragma('synchronous', { simple: true }) !== 2) throw new Error('synchronous must be FULL')
  keepStatements(connection)
  return connection
}

function sqliteEngine(writer: Database.Database, reader: Database.Database): Engine {
  const tx = drizzle(writer, { casing: 'snake_case' })
  const run = (command: string) => void writer.prepare(command).run()
  const queue: WaitingWrite[] = []
  let draining = false

  /** One write inside the open transaction, in a savepoint of its own, so that a refusal undoes only itself. */
  async function runInSavepoint(write: WaitingWrite): Promise<() => void> {
    run('SAVEPOINT one_write')
    try {
      const answer = await write.run(tx)
      if (isRefusal(answer)) run('ROLLBACK TO one_write')
      run('RELEASE one_write')
      return () => write.settle.resolve(answer)
    } catch (error) {
      // A full disk ends the whole transaction by itself; then there is no savepoint to go back to.
      if (!writer.inTransaction) throw error
      run('ROLLBACK TO one_write')
      run('RELEASE one_write')
      return () => write.settle.reject(asUnavailable(error))
    }
  }

  /** Takes what waits, commits it together, and only then answers (group commit). */
  async function commitGroup(): Promise<void> {
    const group: WaitingWrite[] = []
    try {
      run('BEGIN IMMEDIATE')
      const answers: (() => void)[] = []
      for (let next = queue.shift(); next; next = group.length < LARGEST_GROUP ? queue.shift() : undefined) {
        group.push(next)
        answers.push(await runInSavepoint(next))
      }
      run('COMMIT')
      for (const answer of answers) answer()
    } catch (error) {
      if (writer.inTransaction) run('ROLLBACK')
      const failed = group.length > 0 ? group : queue.splice(0)
      for (const write of failed) write.settle.reject(asUnavailable(error))
    }
  }

  /**
   * Waits while each turn of the event loop brings more writes: those of requests that came in together are then ready
   * together and share the commit. A write that is alone waits for one empty turn, some microseconds.
   */
  async function gather(): Promise<void> {
    for (let before = 0; before < queue.length && queue.length < LARGEST_GROUP;) {
      before = queue.length
      await nextTurn()
    }
  }

  async function drain(): Promise<void> {
    if (draining) return
    draining = true
    while (queue.length > 0) {
      await gather()
      await commitGroup()
    }
    draining = false
  }

  return {
    kind: 'sqlite',
    tables: defineTables(sqliteDialect),
    read: drizzle(reader, { casing: 'snake_case' }),
    write<T>(change: (tx: Tx) => Promise<T>): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        const run = async (transaction: Tx) => {
          const answer = await change(transaction)
          return answer
        }
        queue.push({ run, settle: { resolve: (answer) => resolve(answer as T), reject } })
        void drain()
      })
    },
    async migrate() {
      migrate(drizzle(writer, { casing: 'snake_case' }), { migrationsFolder: MIGRATIONS })
    },
    async newestMigration() {
      try {
        const table = reader.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get()
        if (!table) return null
        const newest = reader.prepare('SELECT max(created_at) FROM __drizzle_migrations').pluck().get()
        return newest === null ? null : Number(newest)
      } catch (error) {
        throw asUnavailable(error)
      }
    },
    async check() {
      try {
        // A quarter of a second for 360,000 claims; all but the comparison of each index with its table.
        const found = String(reader.prepare('PRAGMA quick_check(1)').pluck().get())
        return found === 'ok' ? null : found.replaceAll(/\s+/g, ' ')
      } catch (error) {
        const damage = damageOf(error)
        if (damage !== null) return damage
        throw asUnavailable(error)
      }
    },
    async close() {
      reader.close()
      writer.close()
    },
  }
}
