import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { overwrite } from '#tests/support/damage.ts'
import type { TestPostgres } from '#tests/support/postgres.ts'
import { startOn } from './ground.ts'
import type { Ledger } from './ledger.ts'
import type { Outcome } from './outcome.ts'
import { notRefused, readySoon, soon } from './pages.ts'

/**
 * Overwrites the pages of the appointments in the files of PostgreSQL. It finds them by their checksums when it reads
 * them, not at the start: the portal may be ready, but what it cannot read it answers with 503.
 */
export async function damagePostgres(
  postgres: TestPostgres,
  { url, ledger, outcome }: { url: string; ledger: Ledger; outcome: Outcome },
): Promise<void> {
  const { path, checksums } = await appointmentsFile(url)
  if (checksums !== 'on') outcome.wrong.push(`data_checksums is ${checksums}`)
  const whole = readFileSync(path)
  overwrite(path, 0, statSync(path).size)
  // It must forget the pages that it has in memory.
  await postgres.crash()
  const portal = await startOn(url, { waitFor: 'alive' })
  try {
    outcome.wrong.push(...(await notRefused(portal.url, ledger)))
    if (!(await soon(() => portal.log().includes('The database is damaged'))))
      outcome.wrong.push(`it does not say that the database is damaged: ${portal.log()}`)
    writeFileSync(path, whole)
    if (!(await readySoon(portal.url))) outcome.wrong.push('not ready with the whole pages in their place')
    if (outcome.wrong.length > 0) return
    outcome.notes.push(
      `the pages of the appointments (data_checksums ${checksums}): found, 503 for pages and forms; ready by itself once they were whole`,
    )
  } finally {
    await portal.stop()
  }
}

/** Where the appointments lie; everything of them is in that file. */
async function appointmentsFile(url: string): Promise<{ path: string; checksums: string }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('CHECKPOINT')
    const { rows } = await client.query<{ folder: string; file: string; checksums: string }>(
      "SELECT current_setting('data_directory') AS folder, pg_relation_filepath('appointments') AS file, current_setting('data_checksums') AS checksums",
    )
    const [row] = rows
    if (!row) throw new Error('PostgreSQL did not say where the appointments lie')
    return { path: join(row.folder, row.file), checksums: row.checksums }
  } finally {
    await client.end()
  }
}
