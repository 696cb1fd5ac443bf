import { parseArgs } from 'node:util'
import { openEngine } from '#db/engine.ts'
import { schemaState } from '#db/schema-state.ts'
import { auditWitness } from '#app/server/audit-witness.ts'
import { systemClock } from '#app/server/clock.ts'
import { readSettings } from '#app/server/settings.ts'
import { verifyAudit } from '#app/use-cases/verify-audit.server.ts'
import { command, Refused } from './command.ts'

/**
 * `npm run verify-audit -- [--heads FILE]`: walks the whole chain of the audit and compares it with the heads that were
 * noted outside. Exit code 1 when something is wrong. May run while the portal serves.
 */

/** What waits for its place longer than this says that nobody seals. */
const LONGEST_WAIT_SECONDS = 60

await command(async () => {
  const { values } = parseArgs({ options: { heads: { type: 'string' } } })
  const settings = readSettings(process.env)
  const file = values.heads ?? settings.auditHeadFile
  const lines = await auditWitness(file).read()
  const engine = await openEngine(settings.databaseUrl)
  try {
    if ((await schemaState(engine)) !== 'current') {
      throw new Refused(
        'The tables are not those of this code: verify with the version that the portal runs.',
      )
    }
    const verdict = await verifyAudit(engine, lines)
    if (!verdict.ok) throw new Refused(`The audit is broken at entry ${verdict.position}: ${verdict.what}.`)
    const { entries, heads, waiting, oldestWaitingAt, takenAway } = verdict
    console.log(`The audit is whole: ${entries} entries, ${heads} heads of ${file} agree, ${waiting} wait.`)
    if (takenAway > 0)
      console.log(`Restored backups took away at least ${takenAway} entries, as ${file} tells.`)
    if (heads === 0)
      console.log('No heads were noted outside: a chain that was rewritten as a whole would pass.')
    const now = systemClock(settings.clockStart).now().epochMilliseconds
    if (oldestWaitingAt !== null && now - oldestWaitingAt > LONGEST_WAIT_SECONDS * 1000) {
      console.log('Entries have waited for more than a minute: is the portal running?')
    }
  } finally {
    await engine.close()
  }
})
