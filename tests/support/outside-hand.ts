import Database from 'better-sqlite3'
import pg from 'pg'
import type { Engine } from '#db/engine.ts'

/** Comes at a database from outside of the portal, as its owner may: runs the statements in turn. */
export async function byOutsideHand(url: string, ...statements: string[]): Promise<void> {
  if (url.startsWith('file:')) {
    const database = new Database(url.slice('file:'.length))
    try {
      for (const statement of statements) database.exec(statement)
    } finally {
      database.close()
    }
    return
  }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/** What an owner has to do before the audit can be changed at all. */
export const LIFT_AUDIT_GUARD: Record<Engine['kind'], string[]> = {
  sqlite: [
    'DROP TRIGGER audit_entries_no_update',
    'DROP TRIGGER audit_entries_no_delete',
    'DROP TRIGGER audit_entries_no_replace',
  ],
  postgres: ['ALTER TABLE audit_entries DISABLE TRIGGER ALL'],
}
