import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { postgresDialect } from './dialect-postgres.ts'
import type { Engine, Reader, Tx } from './engine.ts'
import { asUnavailable, DatabaseUnavailable, errorCode, isRefusal } from './errors.ts'
import { defineTables } from './tables.ts'
import { createWriteGate, createWriteLines } from './write-gate.ts'

const CONNECTIONS = 10

/**
 * Writes at once. More only undo one another (serializable): 300 visitors at two offices took 2.5 s with four and
 * 7.5 s with ten, on two cores; and the other connections stay free for reading.
 */
const WRITERS = 4

/** Longer than this a person does not wait for a page. */
const LONGEST_WAIT_MILLISECONDS = 20_000

/** A write that loses a race is run again; after this many it is given up as a busy database. */
const TRIES = 40

/** Serialization failure, deadlock: the same write may succeed when it is run again. */
const WORTH_ANOTHER_TRY = new Set(['40001', '40P01'])

const MIGRATIONS = fileURLToPath(new URL('./migrations/postgres', import.meta.url))

const WITHOUT_CHECKSUMS =
  'PostgreSQL keeps no checksums of its pages: damage on the disk would go unnoticed. Stop it, run `pg_checksums --enable`, and start it again.'

/** A pool, or one connection of it. */
type Transactor = Pick<NodePgDatabase, 'transaction'>

/** Carries a refusal out of the transaction, so that it rolls back. */
class Refusal extends Error {
  answer: unknown
  constructor(answer: unknown) {
    super('refused')
    this.answer = answer
  }
}

export async function openPostgresEngine(url: string): Promise<Engine> {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS, connectionTimeoutMillis: 5_000 })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  // Nor may one that breaks between two queries of a write: the next query says so. (Seen: a killed backend.)
  pool.on('connect', (client) => client.on('error', () => {}))
  const database = drizzle(pool, { casing: 'snake_case' })

  const gate = createWriteGate({ most: WRITERS, waitMilliseconds: LONGEST_WAIT_MILLISECONDS })
  const lines = createWriteLines({ waitMilliseconds: LONGEST_WAIT_MILLISECONDS })

  async function once<T>(change: (tx: Tx) => Promise<T>, on: Transactor): Promise<T> {
    try {
      return await on.transaction(
        async (transaction) => {
          const answer = await change(asReader(transaction))
          if (isRefusal(answer)) throw new Refusal(answer)
          return answer
        },
        { isolationLevel: 'serializable' },
      )
    } catch (error) {
      if (error instanceof Refusal) return error.answer as T
      throw error
    }
  }

  /**
   * Holds a lock of the database by that name around the write, for it is taken before the transaction looks at anything:
   * so the write sees what the one before it in the line has committed. It goes with the connection when a process dies.
   */
  async function alone<T>(name: string, write: (on: Transactor) => Promise<T>): Promise<T> {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [name])
      try {
        return await write(drizzle(client, { casing: 'snake_case' }))
      } finally {
        await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [name]).catch((error) => {
          broken = error
        })
      }
    } catch (error) {
      throw asUnavailable(error)
    } finally {
      // A connection that could not give its lock back must not go on holding it in the pool.
      client.release(broken)
    }
  }

  async function untilItHolds<T>(change: (tx: Tx) => Promise<T>, on: Transactor = database): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once(change, on)
      } catch (error) {
        if (!WORTH_ANOTHER_TRY.has(errorCode(error) ?? '')) throw asUnavailable(error)
        if (attempt === TRIES) throw new DatabaseUnavailable('The database is busy', { cause: error })
        await wait(Math.random() * Math.min(100, 2 ** attempt))
      }
    }
  }

  return {
    kind: 'postgres',
    tables: defineTables(postgresDialect),
    read: asReader(database),
    write(change, { inLine } = {}) {
      if (inLine === undefined) return gate(() => untilItHolds(change))
      return lines(inLine, () => gate(() => alone(inLine, (on) => untilItHolds(change, on))))
    },
    async migrate() {
      await migrate(database, { migrationsFolder: MIGRATIONS })
    },
    async newestMigration() {
      try {
        const table = await pool.query("SELECT to_regclass('drizzle.__drizzle_migrations') AS name")
        if (table.rows[0]?.name === null) return null
        const newest = await pool.query('SELECT max(created_at) AS newest FROM drizzle.__drizzle_migrations')
        return newest.rows[0]?.newest === null ? null : Number(newest.rows[0]?.newest)
      } catch (error) {
        throw asUnavailable(error)
      }
    },
    /** PostgreSQL itself compares each page that it reads with its checksum; here is asked only whether it has them. */
    async check() {
      try {
        const { rows } = await pool.query('SHOW data_checksums')
        if (rows[0]?.data_checksums !== 'on') console.warn(WITHOUT_CHECKSUMS)
        return null
      } catch (error) {
        throw asUnavailable(error)
      }
    },
    async close() {
      await pool.end()
    },
  }
}

/** The other half of the cast in db/dialect-postgres.ts: this builder is used through the SQLite types. */
function asReader(builder: unknown): Reader {
  return builder as Reader
}
