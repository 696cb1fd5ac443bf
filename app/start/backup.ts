import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '#app/server/clock.ts'
import { readSettings } from '#app/server/settings.ts'
import { command, peakMemory, Refused } from './command.ts'
import { backupName, removeOlderBackups } from './kept-backups.ts'
import { makeBackup, sizeOf } from './make-backup.ts'

/**
 * `npm run backup -- FILE`: an encrypted copy of the database, made while the portal goes on, read back and compared.
 * `--scheduled` is how the server calls it: into BACKUP_DIR, of which only the newest are kept.
 */

await command(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { scheduled: { type: 'boolean', default: false } },
  })
  const settings = readSettings(process.env)
  const { scheduledBackup } = settings
  // Not the clock of a demonstration, which begins anew at each start.
  const now = systemClock().now()
  const [named, ...more] = positionals
  const file = values.scheduled && scheduledBackup ? join(scheduledBackup.folder, backupName(now)) : named
  if (!file || more.length > 0) throw new Refused('Name one file: npm run backup -- FILE')
  const started = performance.now()
  const made = await makeBackup(settings, file, { madeAt: now.toString(), say: (line) => console.log(line) })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const megabytes = (made.bytes / 1e6).toFixed(1)
  console.log(
    `Backed up and verified: ${sizeOf(made)}, ${megabytes} MB, ${seconds} s, at most ${peakMemory()} of memory: ${file}`,
  )
  if (!values.scheduled || !scheduledBackup) return
  for (const name of removeOlderBackups(scheduledBackup.folder, scheduledBackup.kept)) {
    console.log(`Removed the older ${name}`)
  }
})
