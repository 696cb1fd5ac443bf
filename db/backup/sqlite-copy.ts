import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import {
  BackupRefused,
  differenceOf,
  expectNothingMore,
  type BackupNote,
  type BackupRecord,
  type TableDigest,
} from './records.ts'

/** All pages at once: in steps, each write of the portal would make the copy begin again (measured, decision 014). */
const ALL_PAGES = 0x7fff_ffff

const PIECE_BYTES = 256 * 1024

/** Text of rows that is hashed at once. */
const HASHED_LETTERS = 64 * 1024

/** What a process that was killed has left is removed by the next one after so long. */
const FORGOTTEN_MILLISECONDS = 24 * 3_600_000
const COPY = /\.(backup|check|restore)-[0-9a-f]{8}(-wal|-shm|-journal)?$/

/** A name beside the database: a copy of it lies where it lies, for no other disk may see it in the clear. */
export function nameBeside(path: string, what: 'backup' | 'check' | 'restore'): string {
  const folder = dirname(path)
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`${basename(path)}.`) || !COPY.test(name)) continue
    const copy = join(folder, name)
    if (Date.now() - statSync(copy).mtimeMs > FORGOTTEN_MILLISECONDS) rmSync(copy, { force: true })
  }
  return `${path}.${what}-${randomBytes(4).toString('hex')}`
}

export function removeDatabase(path: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(path + end, { force: true })
}

/** Reads a database that may be in use, as it is at one moment, by SQLite's own means (security.md, pitfall 7). */
export async function* readSqlite(path: string, madeAt: string): AsyncGenerator<BackupRecord> {
  if (!existsSync(path)) throw new BackupRefused(`There is no database at ${path}.`)
  const copy = nameBeside(path, 'backup')
  try {
    await copyTo(path, copy)
    const { schema, tables } = examine(copy)
    if (schema === null) throw new BackupRefused('The database has no tables: there is nothing to back up.')
    yield { note: { type: 'begin', engine: 'sqlite', schema, madeAt } }
    for await (const data of createReadStream(copy, { highWaterMark: PIECE_BYTES })) yield { data }
    yield { note: { type: 'end', tables, sequences: [] } }
  } finally {
    removeDatabase(copy)
  }
}

async function copyTo(path: string, copy: string): Promise<void> {
  const source = new Database(path, { fileMustExist: true })
  try {
    await source.backup(copy, { progress: () => ALL_PAGES })
  } finally {
    source.close()
  }
  const copied = new Database(copy)
  // One file instead of three; the portal sets it back when it opens it.
  copied.pragma('journal_mode = DELETE')
  copied.close()
}

/**
 * Writes the database of a backup to a path and looks whether it is whole: the pages, and every row of every table.
 * @throws {BackupRefused} when it is not; what was written is removed
 */
export async function unpackSqlite(
  records: AsyncIterator<BackupRecord>,
  path: string,
): Promise<TableDigest[]> {
  try {
    const end = await writePages(records, path)
    const { damage, tables } = examine(path)
    const difference = damage ?? differenceOf(end.tables, tables)
    if (difference) throw new BackupRefused(`The backup is not whole: ${difference}.`)
    return tables
  } catch (error) {
    removeDatabase(path)
    throw error
  }
}

/** On the disk when it answers. */
async function writePages(
  records: AsyncIterator<BackupRecord>,
  path: string,
): Promise<Extract<BackupNote, { type: 'end' }>> {
  const file = await open(path, 'wx', 0o600)
  try {
    for (let next = await records.next(); !next.done; next = await records.next()) {
      if ('data' in next.value) await file.writeFile(next.value.data)
      else if (next.value.note.type === 'end') {
        await expectNothingMore(records)
        await file.sync()
        return next.value.note
      }
    }
  } finally {
    await file.close()
  }
  throw new BackupRefused('The backup has no end.')
}

/** What a database holds, read row by row, and what is wrong with its pages. Nobody else may have it open. */
function examine(path: string): { schema: number | null; damage: string | null; tables: TableDigest[] } {
  const database = new Database(path, { readonly: true, fileMustExist: true })
  try {
    const found = String(database.pragma('quick_check(1)', { simple: true }))
    if (found !== 'ok') return { schema: null, damage: found, tables: [] }
    const names = database
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_stat%' ORDER BY name",
      )
      .pluck()
      .all()
      .map(String)
    const schema = names.includes('__drizzle_migrations')
      ? Number(database.prepare('SELECT max(created_at) FROM __drizzle_migrations').pluck().get())
      : null
    return { schema, damage: null, tables: names.map((name) => digestOf(database, name)) }
  } finally {
    database.close()
  }
}

function digestOf(database: Database.Database, name: string): TableDigest {
  const hash = createHash('sha256')
  let rows = 0
  let text = ''
  for (const row of database.prepare(`SELECT * FROM "${name}" ORDER BY rowid`).raw().iterate()) {
    rows += 1
    text += `${JSON.stringify(row)}\n`
    if (text.length < HASHED_LETTERS) continue
    hash.update(text)
    text = ''
  }
  return { name, rows, sha256: hash.update(text).digest('base64url') }
}
