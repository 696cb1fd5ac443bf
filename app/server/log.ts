import { pino, type DestinationStream } from 'pino'
import type { LogLevel } from './log-level.ts'
import { safeError } from './safe-error.ts'

/** All that is said about a request: nothing that a person has typed, no address, no path, no query. */
export type RequestLine = {
  id: string
  method: string
  /** The pattern of the route: paths hold secrets. */
  route: string
  status: number
  milliseconds: number
  bytes: number
  language: string
  /** A hash of the address block that changes every day and with every start. */
  from: string
  /** Why it was refused at the door. */
  refused?: string
  /** The visitor left before the answer was whole. */
  isCutOff?: true
  /** How long a stream of news was open after it was answered. */
  openSeconds?: number
}

/** One line of JSON for each thing that is told. */
export function createLog({ level, to }: { level: LogLevel; to?: DestinationStream }) {
  const log = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    to ?? pino.destination({ dest: 1, sync: false }),
  )
  return {
    tellsRequests: log.isLevelEnabled('info'),
    request(line: RequestLine): void {
      if (line.status >= 500 && line.refused === undefined) log.warn(line, 'request')
      else log.info(line, 'request')
    },
    /** `what`: words of ours. Of the error is told what cannot hold what somebody typed. */
    error(what: string, error: unknown, more: { id?: string } = {}): void {
      log.error({ ...more, error: safeError(error) }, what)
    },
    /** Before the process ends. */
    flush(): void {
      log.flush()
    },
  }
}

export type Log = ReturnType<typeof createLog>
