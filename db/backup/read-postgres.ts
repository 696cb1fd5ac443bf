import { createHash } from 'node:crypto'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import {
  MIGRATIONS_TABLE,
  copyOut,
  sequenceStates,
  storedTables,
  type StoredTable,
} from './postgres-tables.ts'
import { BackupRefused, expectNothingMore, type BackupRecord, type TableDigest } from './records.ts'

/** Reads a database that is in use, as it is at one moment: all tables in one snapshot. */
export async function* readPostgres(
  url: string,
  madeAt: string,
  onUnknownTable: (name: string) => void,
): AsyncGenerator<BackupRecord> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    yield { note: { type: 'begin', engine: 'postgres', schema: await newestMigration(client), madeAt } }
    const { known, unknown } = await storedTables(client)
    for (const name of unknown) onUnknownTable(name)
    const tables: TableDigest[] = []
    for (const table of known) {
      yield { note: { type: 'table', name: table.name, columns: table.columns } }
      tables.push(yield* readTable(client, table))
    }
    yield { note: { type: 'end', tables, sequences: await sequenceStates(client) } }
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}

async function newestMigration(client: pg.Client): Promise<number> {
  const table = await client.query('SELECT to_regclass($1) AS name', [MIGRATIONS_TABLE])
  const newest = table.rows[0]?.name
    ? await client.query(`SELECT max(created_at) AS newest FROM ${MIGRATIONS_TABLE}`)
    : null
  const stamp = newest?.rows[0]?.newest
  if (!stamp) throw new BackupRefused('The database has no tables: there is nothing to back up.')
  return Number(stamp)
}

async function* readTable(client: pg.Client, table: StoredTable): AsyncGenerator<BackupRecord, TableDigest> {
  const hash = createHash('sha256')
  const stream = client.query(copyTo(copyOut(table)))
  for await (const data of stream) {
    hash.update(data)
    yield { data }
  }
  return { name: table.name, rows: stream.rowCount, sha256: hash.digest('base64url') }
}

/** What a table holds now, in the same form as in a backup. */
export async function digestTable(client: pg.Client, table: StoredTable): Promise<TableDigest> {
  const rows = readTable(client, table)
  for (;;) {
    const next = await rows.next()
    if (next.done) return next.value
  }
}

/**
 * Reads a backup to its end and compares every row with what the database said when it was made.
 * @throws {BackupRefused} when something is missing or is another
 */
export async function checkPostgresRecords(records: AsyncIterator<BackupRecord>): Promise<TableDigest[]> {
  const found: TableDigest[] = []
  let name: string | null = null
  let rows = 0
  let hash = createHash('sha256')
  const endTable = () => {
    if (name !== null) found.push({ name, rows, sha256: hash.digest('base64url') })
  }
  for (let next = await records.next(); !next.done; next = await records.next()) {
    const record = next.value
    if ('data' in record) {
      hash.update(record.data)
      rows += linesIn(record.data)
    } else if (record.note.type === 'table') {
      endTable()
      name = record.note.name
      rows = 0
      hash = createHash('sha256')
    } else if (record.note.type === 'end') {
      endTable()
      await expectNothingMore(records)
      if (JSON.stringify(found) === JSON.stringify(record.note.tables)) return found
      throw new BackupRefused('The backup is not whole: its rows are not those that were read.')
    }
  }
  throw new BackupRefused('The backup has no end.')
}

/** COPY writes a line for each row, and a line break within a text as two letters. */
function linesIn(data: Uint8Array): number {
  let lines = 0
  for (let at = data.indexOf(10); at >= 0; at = data.indexOf(10, at + 1)) lines += 1
  return lines
}
