import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { checkBackup, readDatabase, type BackupSummary } from '#db/backup/backup.ts'
import { packRecords, unpackRecords } from '#db/backup/records.ts'
import { readSealed, writeSealed } from '#app/server/sealed-file.ts'
import type { Settings } from '#app/server/settings.ts'
import { Refused } from './command.ts'

/**
 * Backs the database up to a file while the portal goes on, then reads the file back and compares every row.
 * @throws when the file is there already, or is not what was read; then it is removed: what is there can be relied on
 */
export async function makeBackup(
  { databaseUrl, backupKey }: Pick<Settings, 'databaseUrl' | 'backupKey'>,
  file: string,
  { madeAt, say }: { madeAt: string; say: (line: string) => void },
): Promise<BackupSummary & { bytes: number }> {
  if (existsSync(file)) throw new Refused(`There is a file ${file} already: choose another name.`)
  mkdirSync(dirname(file), { recursive: true })
  const records = readDatabase(databaseUrl, {
    madeAt,
    onUnknownTable: (name) => say(`Not in the backup, because no migration makes it: the table ${name}.`),
  })
  await writeSealed(file, backupKey, packRecords(records))
  say('Written. Reading it back …')
  const summary = await readSealed(file, backupKey, (content) =>
    checkBackup(unpackRecords(content), databaseUrl),
  ).catch((error: unknown) => {
    rmSync(file)
    throw error
  })
  return { ...summary, bytes: statSync(file).size }
}

/** "1234567 rows in 15 tables". */
export function sizeOf({ tables }: BackupSummary): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  return `${rows} rows in ${tables.length} tables`
}
