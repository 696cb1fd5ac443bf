import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Clock } from '#app/server/clock.ts'
import type { Job } from '#app/server/jobs.ts'
import type { Settings } from '#app/server/settings.ts'
import { backupsIn } from './kept-backups.ts'

/** How often is looked whether one is due; one that failed is tried again after this. */
const LOOK_SECONDS = 5 * 60

const BACKUP = join(import.meta.dirname, 'backup.ts')

/**
 * Makes a backup when the newest one of the folder is too old. In a process of its own: reading all rows takes seconds
 * in which this one would answer nobody.
 * @param stop ends what is under way; what it has written by then is removed
 */
export function scheduledBackup(
  { folder, everyHours }: NonNullable<Settings['scheduledBackup']>,
  { clock, stop, say }: { clock: Clock; stop: AbortSignal; say: (line: string) => void },
): Job {
  return {
    name: 'back up',
    everySeconds: LOOK_SECONDS,
    async run() {
      const [newest] = backupsIn(folder)
      const due = newest?.madeAt.add({ minutes: Math.round(everyHours * 60) })
      if (due && Temporal.Instant.compare(clock.now(), due) < 0) return
      await runBackup(stop, say)
    },
  }
}

/** @throws with what the process said when it did not succeed */
async function runBackup(stop: AbortSignal, say: (line: string) => void): Promise<void> {
  if (stop.aborted) return
  const backup = spawn(process.execPath, [BACKUP, '--scheduled'], { stdio: ['ignore', 'pipe', 'pipe'] })
  const end = () => backup.kill()
  stop.addEventListener('abort', end)
  let output = ''
  const keep = (chunk: Buffer) => {
    output += chunk
  }
  backup.stdout.on('data', keep)
  backup.stderr.on('data', keep)
  try {
    await once(backup, 'close')
  } finally {
    stop.removeEventListener('abort', end)
  }
  if (stop.aborted) return
  if (backup.exitCode !== 0) throw new Error(output.trim() || `it ended with ${backup.signalCode}`)
  for (const line of output.trim().split('\n')) say(line)
}
