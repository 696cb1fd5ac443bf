import { readFileSync } from 'node:fs'
import type { Engine } from './engine.ts'

/** How the tables stand to this code; anything but `current` must not be served. */
export type SchemaState = 'empty' | 'older' | 'current' | 'newer'

/** Compares the newest migration in the database with the newest one of the code. */
export async function schemaState(engine: Engine): Promise<SchemaState> {
  const there = await engine.newestMigration()
  if (there === null) return 'empty'
  const here = newestMigrationOf(engine.kind)
  if (there === here) return 'current'
  return there < here ? 'older' : 'newer'
}

/** The milliseconds stamp of the newest migration of this code. */
export function newestMigrationOf(kind: Engine['kind']): number {
  const journal = new URL(`./migrations/${kind}/meta/_journal.json`, import.meta.url)
  const { entries }: { entries: { when: number }[] } = JSON.parse(readFileSync(journal, 'utf8'))
  return Math.max(...entries.map(({ when }) => when))
}
