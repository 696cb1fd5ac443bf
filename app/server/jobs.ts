/** Work that comes back at its time: messages to send, what is past its time to forget, a backup to make. */
export type Job = {
  /** For the operator's log. */
  name: string
  everySeconds: number
  run(): Promise<unknown>
}

/**
 * Runs each job now and then `everySeconds` after it has ended, so that none overtakes itself. A job that fails is told
 * of and tried again at its next time.
 * @returns `stop`, which waits for what is under way
 */
export function startJobs(jobs: readonly Job[], onFailure: (job: Job, error: unknown) => void) {
  let isStopped = false
  const timers = new Map<Job, NodeJS.Timeout>()
  const underWay = new Map<Job, Promise<void>>()

  async function run(job: Job): Promise<void> {
    try {
      await job.run()
    } catch (error) {
      onFailure(job, error)
    }
    underWay.delete(job)
    if (!isStopped) timers.set(job, setTimeout(begin, job.everySeconds * 1000, job))
  }

  function begin(job: Job): void {
    underWay.set(job, run(job))
  }

  for (const job of jobs) begin(job)
  return {
    async stop(): Promise<void> {
      isStopped = true
      for (const timer of timers.values()) clearTimeout(timer)
      await Promise.all(underWay.values())
    },
  }
}
