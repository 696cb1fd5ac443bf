import { existsSync } from 'node:fs'
import { openEngine, type Engine } from '../engine.ts'
import { newestMigrationOf } from '../schema-state.ts'
import { BackupRefused, type BackupNote, type BackupRecord, type TableDigest } from './records.ts'

export type BackupSummary = { engine: Engine['kind']; madeAt: string; tables: TableDigest[] }

/** Everything in a database at one moment; the portal may go on meanwhile. */
export async function* readDatabase(
  url: string,
  { madeAt, onUnknownTable }: { madeAt: string; onUnknownTable: (name: string) => void },
): AsyncGenerator<BackupRecord> {
  // Only the driver in use is loaded.
  if (isSqlite(url)) {
    const { readSqlite } = await import('./sqlite-copy.ts')
    yield* readSqlite(pathOf(url), madeAt)
  } else {
    const { readPostgres } = await import('./read-postgres.ts')
    yield* readPostgres(url, madeAt, onUnknownTable)
  }
}

/**
 * Reads a backup as if to restore it, and compares every row with what was read from the database.
 * @param url the database it was made from: an unpacked copy of an SQLite lies beside it for a while
 * @throws {BackupRefused} when it is not whole
 */
export async function checkBackup(records: AsyncIterator<BackupRecord>, url: string): Promise<BackupSummary> {
  const { engine, madeAt } = await beginOf(records)
  if (engine === 'postgres') {
    const { checkPostgresRecords } = await import('./read-postgres.ts')
    return { engine, madeAt, tables: await checkPostgresRecords(records) }
  }
  const { nameBeside, removeDatabase, unpackSqlite } = await import('./sqlite-copy.ts')
  const unpacked = nameBeside(pathOf(url), 'check')
  try {
    return { engine, madeAt, tables: await unpackSqlite(records, unpacked) }
  } finally {
    removeDatabase(unpacked)
  }
}

/**
 * Puts a backup in the place of a database. What was there is kept under another name; nothing of it is touched before
 * the whole backup was read and compared.
 * @param stamp goes into that name
 * @throws {BackupRefused} when there is a database and it is not to be replaced, or the backup does not fit
 */
export async function restoreDatabase(
  records: AsyncIterator<BackupRecord>,
  { url, replace, stamp }: { url: string; replace: boolean; stamp: string },
): Promise<BackupSummary & { keptAs: string | null }> {
  const { engine, madeAt, schema } = await beginOf(records)
  if ((engine === 'sqlite') !== isSqlite(url)) {
    throw new BackupRefused(`The backup is of ${engine}: DATABASE_URL names another kind of database.`)
  }
  if (schema > newestMigrationOf(engine)) {
    throw new BackupRefused(
      'The backup is newer than this code: restore it with the version that made it, or a later one.',
    )
  }
  if (!replace && (await isThere(url))) {
    throw new BackupRefused('There is a database already. With --replace it is kept under another name.')
  }
  if (engine === 'sqlite') {
    const { restoreSqlite } = await import('./restore-sqlite.ts')
    const restored = await restoreSqlite(records, { path: pathOf(url), stamp, finish: migrate })
    return { engine, madeAt, ...restored }
  }
  const { restorePostgres } = await import('./restore-postgres.ts')
  const restored = await restorePostgres(records, { url, stamp, schema })
  await migrate(url)
  return { engine, madeAt, ...restored }
}

/** Brings tables of an earlier version up to this code. */
async function migrate(url: string): Promise<void> {
  const engine = await openEngine(url)
  try {
    await engine.migrate()
  } finally {
    await engine.close()
  }
}

async function isThere(url: string): Promise<boolean> {
  if (isSqlite(url)) return existsSync(pathOf(url))
  const { hasPostgresTables } = await import('./restore-postgres.ts')
  return hasPostgresTables(url)
}

async function beginOf(
  records: AsyncIterator<BackupRecord>,
): Promise<Extract<BackupNote, { type: 'begin' }>> {
  const first = await records.next()
  if (!first.done && 'note' in first.value && first.value.note.type === 'begin') return first.value.note
  throw new BackupRefused('The backup has no beginning.')
}

function isSqlite(url: string): boolean {
  return url.startsWith('file:')
}

function pathOf(url: string): string {
  return url.slice('file:'.length)
}
