import { getTableName } from 'drizzle-orm'
import type { ClientBase } from 'pg'
import { postgresDialect } from '../dialect-postgres.ts'
import { defineTables } from '../tables.ts'
import type { SequenceState } from './records.ts'

/** A table as it is in the database; `name` is ready to stand in a statement. */
export type StoredTable = { name: string; columns: string[]; key: string[] }

/** Where the migrations note themselves. */
export const MIGRATIONS_TABLE = '"drizzle"."__drizzle_migrations"'

/** The tables that this code knows and the database has, with that of the migrations; and those that nobody knows. */
export async function storedTables(client: ClientBase): Promise<{ known: StoredTable[]; unknown: string[] }> {
  const { rows } = await client.query<{ name: string; columns: string[]; key: string[] }>(`
    SELECT format('%I.%I', n.nspname, c.relname) AS name,
      (SELECT array_agg(quote_ident(attname) ORDER BY attnum) FROM pg_attribute
        WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped) AS columns,
      coalesce((SELECT array_agg(quote_ident(a.attname) ORDER BY array_position(i.indkey::int2[], a.attnum))
        FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
        WHERE i.indrelid = c.oid AND i.indisprimary), '{}') AS key
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('public', 'drizzle') ORDER BY n.nspname, c.relname`)
  const names = new Set(
    Object.values(defineTables(postgresDialect)).map((table) => `public.${getTableName(table)}`),
  )
  const isKnown = ({ name }: StoredTable) => names.has(name) || name === nameOfMigrations(rows)
  return { known: rows.filter(isKnown), unknown: rows.filter((row) => !isKnown(row)).map(({ name }) => name) }
}

function nameOfMigrations(rows: readonly StoredTable[]): string | undefined {
  return rows.find(({ name }) => name.replaceAll('"', '') === MIGRATIONS_TABLE.replaceAll('"', ''))?.name
}

/** The same rows give the same bytes: in the order of the key, in COPY's text form. */
export function copyOut({ name, columns, key }: StoredTable): string {
  const order = key.length > 0 ? key : columns
  return `COPY (SELECT ${columns.join(', ')} FROM ${name} ORDER BY ${order.join(', ')}) TO STDOUT`
}

/** Where the counters of ids stand. They are no part of a snapshot: read after it, they are never behind it. */
export async function sequenceStates(client: ClientBase): Promise<SequenceState[]> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT format('%I.%I', schemaname, sequencename) AS name FROM pg_sequences
    WHERE schemaname IN ('public', 'drizzle') ORDER BY 1`)
  const states: SequenceState[] = []
  for (const { name } of rows) {
    const state = await client.query<{ lastValue: string; isCalled: boolean }>(
      `SELECT last_value::text AS "lastValue", is_called AS "isCalled" FROM ${name}`,
    )
    for (const row of state.rows) states.push({ name, ...row })
  }
  return states
}
