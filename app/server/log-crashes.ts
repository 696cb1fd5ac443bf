import type { Log } from './log.ts'

/** A bug outside of any request ends the process, as Node does by itself – but what is told of it holds nothing typed. */
export function logCrashes(log: Log): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log.error(`The process ends: ${event}`, error)
      log.flush()
      process.exit(1)
    })
  }
}
