import type { Log } from '#app/server/log.ts'
import type { GuideCounter } from '#app/use-cases/guide-counter.server.ts'
import { startJobs } from '#app/server/jobs.ts'

/** So much of what the guide counts is lost when the process is killed. */
const SAVE_COUNTS_SECONDS = 10

/** Saves what was counted now and then, and once more at the end. */
export function startCounting(counter: GuideCounter, log: Pick<Log, 'error'>): { stop(): Promise<void> } {
  const job = { name: 'save the counts of the guide', everySeconds: SAVE_COUNTS_SECONDS, run: counter.save }
  const failed = (error: unknown) => log.error('The counts of the guide were not saved', error)
  const started = startJobs([job], (_job, error) => failed(error))
  return {
    async stop() {
      await started.stop()
      await counter.save().catch(failed)
    },
  }
}
