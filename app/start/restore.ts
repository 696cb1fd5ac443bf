import { parseArgs } from 'node:util'
import { restoreDatabase } from '#db/backup/backup.ts'
import { unpackRecords } from '#db/backup/records.ts'
import { openEngine } from '#db/engine.ts'
import { deleteAllSessions } from '#db/queries/sessions.ts'
import { schemaState } from '#db/schema-state.ts'
import { auditWitness } from '#app/server/audit-witness.ts'
import { systemClock } from '#app/server/clock.ts'
import { readSealed } from '#app/server/sealed-file.ts'
import { readSettings, type Settings } from '#app/server/settings.ts'
import { noteAuditHead } from '#app/use-cases/note-audit-head.server.ts'
import { command, peakMemory, Refused } from './command.ts'
import { sizeOf } from './make-backup.ts'

/**
 * `npm run restore -- FILE [--replace]`: puts a backup in the place of DATABASE_URL. The portal must be stopped. What
 * was there is kept under another name.
 */

await command(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { replace: { type: 'boolean', default: false } },
  })
  const settings = readSettings(process.env)
  const [file, ...more] = positionals
  if (!file || more.length > 0) throw new Refused('Name one file: npm run restore -- FILE [--replace]')
  const { databaseUrl, backupKey } = settings
  const stamp = Temporal.Now.instant().toString({ smallestUnit: 'second' }).replaceAll(':', '-')
  const started = performance.now()
  const { replace } = values
  const restored = await readSealed(file, backupKey, (content) =>
    restoreDatabase(unpackRecords(content), { url: databaseUrl, replace, stamp }),
  )
  await endAllSessions(settings)
  await tellWitness(settings)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(
    `Restored and verified: ${sizeOf(restored)} of ${restored.madeAt}, ${seconds} s, at most ${peakMemory()} of memory.`,
  )
  if (restored.keptAs) console.log(`What was there is kept as ${restored.keptAs}.`)
})

/**
 * Who was logged in when the backup was made may have logged out since, or been shut out: everybody logs in anew. What
 * was sent since is sent once more with its old Message-ID, and what was erased by its person comes back until they
 * erase it again (docs/decisions/014).
 */
async function endAllSessions({ databaseUrl }: Settings): Promise<void> {
  const engine = await openEngine(databaseUrl)
  try {
    // An older backup gets its tables when the portal starts; it has no sessions.
    if ((await schemaState(engine)) === 'current')
      await engine.write((tx) => deleteAllSessions(tx, engine.tables))
  } finally {
    await engine.close()
  }
}

/** What the backup did not have yet is gone from the audit too: those who verify it must know. */
async function tellWitness({ databaseUrl, auditHeadFile, clockStart }: Settings): Promise<void> {
  const engine = await openEngine(databaseUrl)
  try {
    const witness = auditWitness(auditHeadFile)
    await noteAuditHead({ engine, clock: systemClock(clockStart) }, witness, { restored: true })
  } finally {
    await engine.close()
  }
}
