import * as sqlite from 'drizzle-orm/sqlite-core'

/**
 * The column vocabulary of the tables. Both dialects give the same JavaScript values:
 * an instant is a whole number of epoch seconds, a millisecond a whole number of epoch milliseconds,
 * a day is 'YYYY-MM-DD', a tick is a five-minute step since the epoch.
 */
export const sqliteDialect = {
  table: sqlite.sqliteTable,
  /** A number that is never used again, not even after the row is deleted. */
  id: () => sqlite.integer().primaryKey({ autoIncrement: true }),
  /** The id of a row elsewhere. */
  reference: () => sqlite.integer(),
  text: () => sqlite.text(),
  integer: () => sqlite.integer(),
  real: () => sqlite.real(),
  instant: () => sqlite.integer(),
  milliseconds: () => sqlite.integer(),
  flag: () => sqlite.integer({ mode: 'boolean' }),
  json: <T>() => sqlite.text({ mode: 'json' }).$type<T>(),
  primaryKey: sqlite.primaryKey,
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
}

export type Dialect = typeof sqliteDialect
