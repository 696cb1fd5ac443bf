import Database from 'better-sqlite3'
import { openEngine } from '#db/engine.ts'
import { CLOCK_START } from '#tests/support/demo-database.ts'
import type { Ledger } from './ledger.ts'
import type { Outcome } from './outcome.ts'
import { brokenTimes, doubledTimes, storedAppointments } from './stored.ts'

/** By then no portal that began at `clockStart` still runs, and every hold lasts that nobody ended. */
export function endOfPortal(clockStart: string): number {
  return Temporal.Instant.from(clockStart).epochMilliseconds / 1000 + 5 * 60
}

/**
 * Compares a database with the ledger and with what must always be true, and adds what is wrong to the outcome. To be
 * called when no request is under way.
 */
export async function examine(
  url: string,
  {
    ledger,
    outcome,
    when,
    clockStart = CLOCK_START,
  }: { ledger: Ledger; outcome: Outcome; when: string; clockStart?: string },
): Promise<void> {
  const count = (what: 'lost' | 'doubled' | 'orphaned', sentences: readonly string[]) => {
    outcome[what] += sentences.length
    outcome.notes.push(...sentences.map((sentence) => `${when}, ${what}: ${sentence}`))
  }
  const now = endOfPortal(clockStart)
  const engine = await openEngine(url)
  try {
    const appointments = await storedAppointments(engine, now)
    const broken = await brokenTimes(engine, now)
    const { lost, orphaned } = ledger.settle(appointments)
    count('lost', lost)
    count('doubled', [...doubledTimes(appointments), ...broken.doubled])
    count('orphaned', [...orphaned, ...broken.orphaned])
  } finally {
    await engine.close()
  }
  if (url.startsWith('file:')) outcome.wrong.push(...brokenPages(url.slice('file:'.length)))
}

function brokenPages(path: string): string[] {
  const database = new Database(path, { readonly: true })
  const rows = database.prepare('PRAGMA integrity_check').pluck().all().map(String)
  database.close()
  return rows.filter((row) => row !== 'ok').map((row) => `integrity_check: ${row}`)
}
