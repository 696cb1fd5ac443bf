import { isDatabaseUnavailable } from '#db/errors.ts'

/** The command cannot or must not do it; the sentence says why and what to do. */
export class Refused extends Error {
  override name = 'Refused'
}

/** The names of errors whose message is for the operator. */
const EXPECTED = new Set(['Refused', 'SettingsError', 'BackupRefused', 'SealedFileError'])

/** Runs a command of the operator: what was expected to go wrong is one sentence and exit code 1, a bug is a stack. */
export async function command(run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    process.exitCode = 1
    if (!(error instanceof Error)) throw error
    const isExpected = EXPECTED.has(error.name) || isDatabaseUnavailable(error)
    const isWrongArgument = 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
    console.error(isExpected || isWrongArgument ? error.message : error)
  }
}

/** The most memory that this process has had so far: "180 MB". */
export function peakMemory(): string {
  return `${Math.round(process.resourceUsage().maxRSS / 1000)} MB`
}
