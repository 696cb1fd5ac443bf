/** The database cannot answer now: locked, full, unreachable. The portal answers 503; a later try may succeed. */
export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable'
}

/** Asks by name: the pages are a bundle with a copy of the class, so that `instanceof` there says no. */
export function isDatabaseUnavailable(error: unknown): boolean {
  return error instanceof Error && error.name === 'DatabaseUnavailable'
}

/** The code of a driver's error, found under drizzle's wrapping: 'SQLITE_BUSY', '40001', 'ECONNREFUSED'. */
export function errorCode(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code
  }
  return undefined
}

/** True for a row that another one forbids: the caller turns it into a refusal. */
export function isUniqueViolation(error: unknown): boolean {
  const code = errorCode(error)
  return code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
}

const UNAVAILABLE =
  /^(SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY|CORRUPT|NOTADB)|ECONN|ENOTFOUND|ETIMEDOUT|EPIPE|57P0|53|08)/

/** Wraps what says that the database is out of reach; gives other errors back as they are. */
export function asUnavailable(error: unknown): unknown {
  const code = errorCode(error)
  const lost =
    error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect/.test(error.message)
  return (code && UNAVAILABLE.test(code)) || lost
    ? new DatabaseUnavailable('The database does not answer', { cause: error })
    : error
}

/** True for the answer of a use case that refused: nothing of it may be kept. */
export function isRefusal(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false
}
