import { closeSync, openSync, writeSync } from 'node:fs'
import Database from 'better-sqlite3'

const PAGE_BYTES = 4096

/** The first page of a table or an index of an SQLite database. Pages are counted from 1. */
export function pageOf(path: string, name: string): number {
  const database = new Database(path, { readonly: true })
  const page = database.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(name)
  database.close()
  return Number(page)
}

/** Does to a page of a database what a bad disk or another program does. */
export function overwritePage(path: string, page: number): void {
  overwrite(path, (page - 1) * PAGE_BYTES, PAGE_BYTES)
}

/** Puts nonsense, always the same, into the middle of a file. */
export function overwrite(path: string, offset: number, bytes: number): void {
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(bytes, 'nonsense'), 0, bytes, offset)
  closeSync(file)
}
