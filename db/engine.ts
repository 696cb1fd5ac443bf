import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { Tables } from './tables.ts'

/**
 * A query builder on either engine. It is typed as SQLite's; use only what both share, and always `await` a query.
 * `.get()`, `.all()` and `.run()` exist in one engine only and must not be used outside db/engine-sqlite.ts.
 */
export type Reader = Omit<BetterSQLite3Database, 'transaction' | 'run' | 'all' | 'get' | 'values' | 'batch'>

/** The query builder of one transaction. */
export type Tx = Reader

export type Engine = {
  kind: 'sqlite' | 'postgres'
  tables: Tables
  /** Reads see what has been committed. */
  read: Reader
  /**
   * Runs `change` in one transaction and answers when it is durable. A value with `ok: false` is a refusal: it is
   * passed on and nothing is kept. An exception keeps nothing either. `change` may run more than once (PostgreSQL
   * retries a serialization failure), so it must not touch anything but `tx`, and awaits queries only.
   * @param options.inLine a name of what is changed: writes of one name come one after the other, over all processes.
   *   For what many want to change at once, such as the queue of an office; without it they would undo one another
   * @throws {DatabaseUnavailable} when the database is locked, full or gone
   */
  write<T>(change: (tx: Tx) => Promise<T>, options?: { inLine?: string }): Promise<T>
  /** Runs the migrations that are missing. */
  migrate(): Promise<void>
  /** The milliseconds stamp of the newest migration in the database; null when it has none. */
  newestMigration(): Promise<number | null>
  /** Looks whether what is stored is whole: what is wrong, in the database's words; null when nothing is. */
  check(): Promise<string | null>
  close(): Promise<void>
}

/**
 * Opens `file:PATH` (SQLite) or `postgres://…`. Does not create tables: see `migrate`.
 * @throws {DatabaseUnavailable} when it cannot be opened
 */
export async function openEngine(url: string): Promise<Engine> {
  // Only the driver in use is loaded: each takes half a second.
  if (url.startsWith('file:')) {
    const { openSqliteEngine } = await import('./engine-sqlite.ts')
    return openSqliteEngine(url.slice('file:'.length))
  }
  if (/^postgres(ql)?:/.test(url)) {
    const { openPostgresEngine } = await import('./engine-postgres.ts')
    return openPostgresEngine(url)
  }
  throw new Error('DATABASE_URL must begin with file: or postgres:')
}
