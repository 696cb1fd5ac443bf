import { writeSync } from 'node:fs'
import { restoreDatabase } from '#db/backup/backup.ts'
import { unpackRecords, type BackupRecord } from '#db/backup/records.ts'
import { readSealed } from '#app/server/sealed-file.ts'

// A restore that stands still in its middle, to be killed there: node stalled-restore.ts FILE KEY URL

const [file = '', key = '', url = ''] = process.argv.slice(2)

/** All but the end, then nothing more. */
async function* withoutEnd(records: AsyncIterable<BackupRecord>): AsyncGenerator<BackupRecord> {
  for await (const record of records) {
    if ('note' in record && record.note.type === 'end') {
      writeSync(1, 'stalled\n')
      setInterval(() => {}, 1_000)
      await new Promise(() => {})
    }
    yield record
  }
}

await readSealed(file, key, (content) =>
  restoreDatabase(withoutEnd(unpackRecords(content)), { url, replace: true, stamp: 'stalled' }),
)
