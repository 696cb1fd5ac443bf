import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  statSync,
} from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { damageOf, errorCode } from '../errors.ts'
import { BackupRefused, type BackupRecord, type TableDigest } from './records.ts'
import { nameBeside, removeDatabase, unpackSqlite } from './sqlite-copy.ts'

/**
 * Puts the database of a backup in the place of one, which is kept beside it. Until the last step – a rename – nothing
 * of what is there is touched, and a crash before it leaves it as it was.
 * @param finish brings the tables up to this code, before anybody sees them
 */
export async function restoreSqlite(
  records: AsyncIterator<BackupRecord>,
  { path, stamp, finish }: { path: string; stamp: string; finish: (url: string) => Promise<void> },
): Promise<{ tables: TableDigest[]; keptAs: string | null }> {
  mkdirSync(dirname(path), { recursive: true })
  const fresh = nameBeside(path, 'restore')
  const tables = await unpackSqlite(records, fresh)
  try {
    await finish(`file:${fresh}`)
    giveToPortal(fresh, path)
    sync(fresh)
    const keptAs = existsSync(path) ? keepAside(path, `${path}.before-${stamp}`) : null
    renameSync(fresh, path)
    sync(dirname(path))
    return { tables, keptAs }
  } finally {
    removeDatabase(fresh)
  }
}

/** Whoever restores may be another user than the one that the portal runs as: it must be able to open the file. */
function giveToPortal(fresh: string, path: string): void {
  const { uid, gid } = statSync(existsSync(path) ? path : dirname(path))
  if (process.getuid?.() === 0) chownSync(fresh, uid, gid)
}

/** Gives what is there a second name. What it had not yet taken into its file must not meet the new one. */
function keepAside(path: string, keptAs: string): string {
  foldLog(path)
  for (const end of ['-wal', '-shm']) if (existsSync(path + end)) renameSync(path + end, keptAs + end)
  linkSync(path, keptAs)
  return keptAs
}

/**
 * Takes the log into the file.
 * @throws {BackupRefused} when another program has the database open
 */
function foldLog(path: string): void {
  let database: Database.Database | undefined
  try {
    database = new Database(path, { timeout: 0 })
    database.pragma('journal_mode = DELETE')
  } catch (error) {
    if (errorCode(error)?.startsWith('SQLITE_BUSY')) {
      throw new BackupRefused('The database is in use: stop the portal first.', { cause: error })
    }
    // A damaged one is what a backup is for: it is kept as it is.
    if (damageOf(error) === null) throw error
  } finally {
    database?.close()
  }
}

function sync(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
