import * as postgres from 'drizzle-orm/pg-core'
import type { Dialect } from './dialect.ts'

// In a file of its own: loading it takes half a second, which a portal on SQLite need not wait for.

const postgresVocabulary = {
  table: postgres.pgTable,
  id: () => postgres.bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
  reference: () => postgres.bigint({ mode: 'number' }),
  text: () => postgres.text(),
  integer: () => postgres.integer(),
  real: () => postgres.doublePrecision(),
  instant: () => postgres.bigint({ mode: 'number' }),
  milliseconds: () => postgres.bigint({ mode: 'number' }),
  flag: () => postgres.boolean(),
  json: <T>() => postgres.jsonb().$type<T>(),
  primaryKey: postgres.primaryKey,
  index: postgres.index,
  uniqueIndex: postgres.uniqueIndex,
}

/**
 * The only place where PostgreSQL is called SQLite: the queries are written once, against the SQLite types,
 * and use only what both builders share (docs/decisions/003).
 */
export const postgresDialect = postgresVocabulary as unknown as Dialect
