import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { durableAnswers } from './durable-answers.ts'
import { examine } from './examine.ts'
import { links, openGround, startOn } from './ground.ts'
import { createLedger } from './ledger.ts'
import { anOutcome, type Outcome } from './outcome.ts'
import { attachStrace } from './strace.ts'
import { createVisitors } from './visitors.ts'

const VISITS = 120

/** Enough of an answer to see where it leads. */
const SHOWN_BYTES = '1200'

/**
 * A power cut takes what is not yet on the disk. Nobody can cut the power here, so the system calls are looked at:
 * before each answer that promises something, its change was written to the log and the log was synced.
 */
export async function checkFsync(): Promise<Outcome> {
  const outcome = anOutcome('fsync before each answer (sqlite)')
  const folder = mkdtempSync(join(tmpdir(), 'forste-kontakt-strace-'))
  const ground = await openGround('sqlite')
  const url = await ground.freshDatabase()
  const portal = await startOn(url)
  try {
    const file = join(folder, 'trace')
    const calls = 'trace=pwrite64,fsync,fdatasync,write,writev,sendto,sendmsg'
    const strace = await attachStrace(portal.pid, ['-yy', '-s', SHOWN_BYTES, '-o', file, '-e', calls])
    if (typeof strace === 'string') return { ...outcome, notes: [strace] }
    const ledger = createLedger(links.hashOf)
    const visitors = createVisitors({ url: portal.url, ledger, links, random: Math.random })
    await visitors.oneByOne(VISITS)
    // What the server has written is in the file when strace has gone.
    await wait(200)
    await strace.detach()

    const { answers, unsynced, unwritten, syncs } = durableAnswers(readFileSync(file, 'utf8'))
    outcome.acknowledged = ledger.sum()
    outcome.lost = unsynced + unwritten
    outcome.notes.push(
      `${answers} answers checked in the trace, ${syncs} syncs of the log; ${unsynced} before their sync, ${unwritten} without a write`,
    )
    if (answers !== ledger.sum())
      outcome.wrong.push(`visitors got ${ledger.sum()} answers, the trace shows ${answers}`)
    await portal.kill()
    await examine(url, { ledger, outcome, when: 'after a kill' })
    return outcome
  } finally {
    await portal.kill()
    await ground.end()
    rmSync(folder, { recursive: true, force: true })
  }
}
