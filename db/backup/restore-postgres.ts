import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { errorCode } from '../errors.ts'
import { MIGRATIONS_TABLE, storedTables } from './postgres-tables.ts'
import { digestTable } from './read-postgres.ts'
import {
  BackupRefused,
  differenceOf,
  expectNothingMore,
  type BackupNote,
  type BackupRecord,
  type SequenceState,
  type TableDigest,
} from './records.ts'

const MIGRATIONS = fileURLToPath(new URL('../migrations/postgres', import.meta.url))

/** PostgreSQL's code for what a role may not do. */
const NOT_ALLOWED = '42501'

/** Building an index sorts in memory. */
const SORT_MEMORY = '256MB'

/**
 * Puts the tables of a backup in the place of those that are there, which are kept in schemas of another name. All of it
 * is one transaction: until its end nothing of what is there has changed, whatever happens.
 */
export async function restorePostgres(
  records: AsyncIterator<BackupRecord>,
  { url, stamp, schema }: { url: string; stamp: string; schema: number },
): Promise<{ tables: TableDigest[]; keptAs: string | null }> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    await refuseWhenInUse(client)
    await client.query('BEGIN')
    await client.query(`SET LOCAL maintenance_work_mem = '${SORT_MEMORY}'`)
    const keptAs = await keepAside(client, stamp)
    await makeTables(client, schema)
    const indexes = await takeIndexesAway(client)
    const end = await fillTables(client, records)
    for (const statement of indexes) await client.query(statement)
    await setSequences(client, end.sequences)
    const tables = await compare(client, end.tables)
    await client.query('COMMIT')
    await client.query('ANALYZE')
    return { tables, keptAs }
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    if (errorCode(error) !== NOT_ALLOWED) throw error
    throw new BackupRefused('The role of DATABASE_URL may not do that: it must own the database.', {
      cause: error,
    })
  } finally {
    await client.end()
  }
}

/** True when there is any table, so that restoring would take its place. */
export async function hasPostgresTables(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { known, unknown } = await storedTables(client)
    return known.length + unknown.length > 0
  } finally {
    await client.end()
  }
}

async function refuseWhenInUse(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'",
  )
  if (rows.length > 0) throw new BackupRefused('The database is in use: stop the portal first.')
}

async function keepAside(client: pg.Client, stamp: string): Promise<string | null> {
  const { known, unknown } = await storedTables(client)
  if (known.length + unknown.length === 0) return null
  const keptAs = `before_${stamp.toLowerCase().replaceAll(/\W/g, '_')}`
  await client.query(`ALTER SCHEMA public RENAME TO "${keptAs}"`)
  await client.query('CREATE SCHEMA public')
  const { rows } = await client.query("SELECT to_regnamespace('drizzle') AS name")
  if (rows[0]?.name) await client.query(`ALTER SCHEMA drizzle RENAME TO "${keptAs}_migrations"`)
  return keptAs
}

/** The tables as they were when the backup was made: by the migrations that had been run by then. */
async function makeTables(client: pg.Client, schema: number): Promise<void> {
  const migrations = readMigrationFiles({ migrationsFolder: MIGRATIONS })
  if (!migrations.some(({ folderMillis }) => folderMillis === schema)) {
    throw new BackupRefused('The backup is of a version of the tables that this code does not know.')
  }
  for (const { sql, folderMillis } of migrations) {
    if (folderMillis > schema) continue
    for (const statement of sql) await client.query(statement)
  }
  await client.query('CREATE SCHEMA IF NOT EXISTS drizzle')
  // As drizzle's migrator makes it; its rows are in the backup.
  await client.query(
    `CREATE TABLE ${MIGRATIONS_TABLE} (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at bigint)`,
  )
}

/**
 * Filling tables and then building their indexes takes half as long as keeping them right row by row.
 * @returns the statements that bring them back, keys before references
 */
async function takeIndexesAway(client: pg.Client): Promise<string[]> {
  const constraints = await client.query<{ onTable: string; name: string; definition: string }>(`
    SELECT conrelid::regclass::text AS "onTable", quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('f', 'p', 'u')
    ORDER BY contype <> 'f', conname`)
  const indexes = await client.query<{ name: string; definition: string }>(`
    SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
    FROM pg_index JOIN pg_class c ON c.oid = indrelid
    WHERE c.relnamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u'))`)
  for (const { onTable, name } of constraints.rows)
    await client.query(`ALTER TABLE ${onTable} DROP CONSTRAINT ${name}`)
  for (const { name } of indexes.rows) await client.query(`DROP INDEX ${name}`)
  const back = constraints.rows.map(
    ({ onTable, name, definition }) => `ALTER TABLE ${onTable} ADD CONSTRAINT ${name} ${definition}`,
  )
  return [...indexes.rows.map(({ definition }) => definition), ...back.toReversed()]
}

/** Takes the records one by one, each table's data into its table. */
async function fillTables(
  client: pg.Client,
  records: AsyncIterator<BackupRecord>,
): Promise<Extract<BackupNote, { type: 'end' }>> {
  let next = await records.next()
  while (!next.done) {
    const { value } = next
    if (!('note' in value)) throw new BackupRefused('The backup has data that belong to no table.')
    const { note } = value
    if (note.type === 'end') {
      await expectNothingMore(records)
      return note
    }
    if (note.type !== 'table') throw new BackupRefused('The backup begins twice.')
    const following: { record: IteratorResult<BackupRecord> | null } = { record: null }
    async function* dataOfTable() {
      for (;;) {
        const record = await records.next()
        if (record.done || !('data' in record.value)) {
          following.record = record
          return
        }
        yield record.value.data
      }
    }
    // FREEZE: the rows need not be looked at again by anybody; allowed because the tables are of this transaction.
    const copy = copyFrom(`COPY ${note.name} (${note.columns.join(', ')}) FROM STDIN WITH (FREEZE)`)
    await pipeline(dataOfTable, client.query(copy))
    next = following.record ?? (await records.next())
  }
  throw new BackupRefused('The backup has no end.')
}

async function setSequences(client: pg.Client, sequences: readonly SequenceState[]): Promise<void> {
  for (const { name, lastValue, isCalled } of sequences) {
    await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [name, lastValue, isCalled])
  }
}

/** Reads every row back. */
async function compare(client: pg.Client, expected: readonly TableDigest[]): Promise<TableDigest[]> {
  const { known } = await storedTables(client)
  const found: TableDigest[] = []
  for (const table of known) found.push(await digestTable(client, table))
  const difference = differenceOf(expected, found)
  if (difference) throw new BackupRefused(`The backup was not restored: ${difference}.`)
  return found
}
