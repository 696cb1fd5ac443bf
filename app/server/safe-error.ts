/** What may be told of an error. */
export type SafeError = { name: string; message: string; code?: string; stack: string[]; cause?: SafeError }

const MOST_LETTERS = 300
const MOST_FRAMES = 20
const MOST_CAUSES = 5

/**
 * An error without what people typed: a database's error repeats the values of a query, a parser's the text that it could
 * not read. Kept are the name, the code, where it happened, and the words of the message outside of quotation marks.
 */
export function safeError(error: unknown, depth = 0): SafeError {
  if (!(error instanceof Error)) return { name: typeof error, message: '', stack: [] }
  const code = 'code' in error && typeof error.code === 'string' && /^[\w-]{1,40}$/.test(error.code)
  const cause = error.cause instanceof Error && depth < MOST_CAUSES ? error.cause : null
  return {
    name: /^\w{1,60}$/.test(error.name) ? error.name : 'Error',
    message: safeMessage(error.message),
    ...(code ? { code: String(error.code) } : {}),
    stack: framesOf(error),
    ...(cause ? { cause: safeError(cause, depth + 1) } : {}),
  }
}

function safeMessage(message: string): string {
  // The query builder writes "Failed query: select … where name = ? params: Kari Nordmann".
  const [words = ''] = message.split(/\s*\bparams:/)
  return words
    .replaceAll(/"[^"]*"?|'[^']*'?|`[^`]*`?|«[^»]*»?/g, '"…"')
    .replaceAll(/\S*[@%=&]\S*/g, '…')
    .replaceAll(/[\w-]{20,}/g, '…')
    .replaceAll(/\d{5,}/g, '…')
    .replaceAll(/[^\x20-\x7e…]+/g, ' ')
    .slice(0, MOST_LETTERS)
    .trim()
}

/** Lines of the stack that name a place in the code; the message stands before them. */
function framesOf({ stack = '' }: Error): string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at [\w.<>[\] #]*\(?(file:|node:|\/|async )/.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => line.trim())
}
